/** @import { Find } from './fields.js' */
/** @import { Drawing, Hands } from './look.js' */
import { report } from './api.js';
import { drawBars } from './chart.js';
import { h, unknown } from './dom.js';
import { drawControl } from './fields.js';
import { drawMarkdown } from './teams-text.js';

/** Microsoft's own renderer with the measures of Teams. */
/** @type {any} */
const renderer = Reflect.get(globalThis, 'AdaptiveCards');

const COLOURS = {
  default: { default: 'var(--text)', subtle: 'var(--muted)' },
  accent: { default: '#4f52b2', subtle: '#4f52b2' },
  good: { default: 'var(--good)', subtle: 'var(--good)' },
  warning: { default: 'var(--warning)', subtle: 'var(--warning)' },
  attention: { default: 'var(--bad)', subtle: 'var(--bad)' },
};

/** @param {string} backgroundColor */
const style = (backgroundColor) => ({ backgroundColor, foregroundColors: COLOURS });
const MEASURES = {
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  containerStyles: {
    default: style('transparent'),
    emphasis: style('var(--ground)'),
    accent: style('var(--teams-accent)'),
    good: style('var(--teams-good)'),
    attention: style('var(--teams-bad)'),
    warning: style('var(--teams-warning)'),
  },
  factSet: {
    title: { weight: 'bolder', maxWidth: 140, wrap: true },
    value: { wrap: true },
    spacing: 12,
  },
  table: { cellSpacing: 8 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
  },
};

register(['Chart.Pie', 'Chart.Donut'], ({ title, data }) =>
  drawBars(title, [{ name: '', data: data.map((/** @type {any} */ { legend, value }) => ({ label: legend, value })) }]),
);
register(['Chart.VerticalBar'], ({ title, data, yAxisTitle }) =>
  drawBars(title, [{ name: '', data: data.map(toPoint) }], yAxisTitle),
);
register(['Chart.VerticalBar.Grouped', 'Chart.Line'], ({ title, data, yAxisTitle }) =>
  drawBars(
    title,
    data.map((/** @type {any} */ { legend, values }) => ({ name: legend, data: values.map(toPoint) })),
    yAxisTitle,
  ),
);
register(['ProgressBar'], ({ value, max }) => h('meter', { class: 'progress', min: 0, max, value }));

/** @param {{ x: string, y: number }} point */
function toPoint({ x, y }) {
  return { label: x, value: y };
}

/**
 * What Teams adds to Adaptive Cards, which their renderer does not know.
 * @param {string[]} types
 * @param {(json: any) => HTMLElement} draw
 */
function register(types, draw) {
  for (const type of types) {
    class Added extends renderer.CardElement {
      getJsonTypeName() {
        return type;
      }
      /**
       * @param {any} source
       * @param {any} context
       */
      parse(source, context) {
        super.parse(source, context);
        this.source = source;
      }
      internalRender() {
        return draw(this.source);
      }
    }
    renderer.GlobalRegistry.elements.register(type, Added);
  }
}

/** What the cards being drawn ask the server for; the renderer makes its inputs by itself. */
/** @type {Find | undefined} */
let find;

/** A choice of what the server finds: the renderer has none that asks. */
const SEARCH = 'Input.Search';

class Search extends renderer.Input {
  getJsonTypeName() {
    return SEARCH;
  }
  /**
   * @param {any} source
   * @param {any} context
   */
  parse(source, context) {
    super.parse(source, context);
    this.source = source;
  }
  internalRender() {
    const { label, value, choices, placeholder, 'choices.data': data } = this.source;
    const { nodes, read } = drawControl(
      {
        widget: 'record',
        label,
        required: false,
        value,
        options: choices.map((/** @type {any} */ choice) => ({ label: choice.title, value: choice.value })),
        source: data.dataset,
        ...(find ? { find } : {}),
      },
      { class: 'ac-input', 'aria-label': label, placeholder },
    );
    this.read = read;
    return h('div', {}, ...nodes);
  }
  get value() {
    return this.read?.();
  }
  isSet() {
    return Boolean(this.value);
  }
  /** The control has its name already. */
  updateInputControlAriaLabelledBy() {}
}
renderer.GlobalRegistry.elements.register(SEARCH, Search);

/**
 * @param {any} json
 * @returns {any}
 */
function withSearches(json) {
  if (Array.isArray(json)) return json.map(withSearches);
  if (typeof json !== 'object' || json === null) return json;
  const inner = Object.fromEntries(Object.entries(json).map(([key, each]) => [key, withSearches(each)]));
  return json['choices.data'] ? { ...inner, type: SEARCH } : inner;
}

renderer.AdaptiveCard.onProcessMarkdown = (/** @type {string} */ text, /** @type {any} */ result) => {
  // Serialised from nodes that hold nothing but text, so that nobody's words can become markup.
  result.outputHtml = h('div', {}, h('p', {}, ...drawMarkdown(text))).innerHTML;
  result.didProcess = true;
};

/**
 * Adaptive Cards from what the Teams adapter really sends. What is pressed goes back as Teams sends it.
 * @type {Drawing}
 */
export const look = {
  message: (card, hands) => drawCard(card, hands, { isWindow: false, send: (action) => hands.press(action) }),
  window({ title, card }, hands) {
    /** @type {unknown} */
    let pressed;
    const content = drawCard(card, hands, {
      isWindow: true,
      async send(action) {
        pressed = action;
        content.closest('form')?.requestSubmit();
      },
    });
    return {
      title,
      content,
      json: { title, card },
      read() {
        const read = pressed;
        pressed = undefined;
        return read;
      },
    };
  },
};

/**
 * @param {any} json
 * @param {Hands} hands
 * @param {{ isWindow: boolean, send(action: unknown): Promise<void> }} where
 * @returns {HTMLElement}
 */
function drawCard(json, hands, { isWindow, send }) {
  find = hands.find;
  const card = new renderer.AdaptiveCard();
  card.hostConfig = new renderer.HostConfig(MEASURES);
  card.onExecuteAction = (/** @type {any} */ action) => {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl') return window.open(action.url, '_blank', 'noopener,noreferrer');
    if (type !== 'Action.Execute' && type !== 'Action.Submit') return report(new Error(`cannot do ${type}`));
    const button = action.renderedElement;
    button?.setAttribute('disabled', '');
    const verb = type === 'Action.Execute' ? { verb: action.verb } : {};
    void send({ type, ...verb, data: action.data }).finally(() => button?.removeAttribute('disabled'));
  };
  const context = new renderer.SerializationContext();
  card.parse(withSearches(json), context);
  const unread = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const drawn = card.render();
  // A window has a margin of its own.
  if (drawn && isWindow) drawn.style.padding = '4px 0';
  if (!drawn) return unknown('an Adaptive Card', json);
  for (const anchor of drawn.querySelectorAll('a'))
    Object.assign(anchor, { target: '_blank', rel: 'noopener noreferrer' });
  return h('div', { class: 'teams' }, drawn, ...unread.map((message) => unknown(message, json)));
}
