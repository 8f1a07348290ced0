// A file of Feishu’s own: card JSON 2.0 as far as we draw it, because the SDK's types end at 1.0. Feishu refuses what it does not know.
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure

export type PlainText = {
  tag: 'plain_text';
  content: string;
  text_size?: 'normal' | 'notation' | 'heading';
  text_color?: 'grey';
};

export type Template = 'blue' | 'green' | 'orange' | 'red' | 'default';

export type FeishuCard = {
  schema: '2.0';
  config: { update_multi: true; width_mode: 'fill'; summary: { content: string } };
  header?: { title: PlainText; template: Template };
  body: { elements: Element[] };
};

export type Element = Inline | Table | ChartElement | FormElement;

/** What may also stand inside a column or a form. */
export type Inline = Div | Markdown | { tag: 'hr' } | Image | ColumnSet | ButtonElement | Overflow | Widget;

export type Div = { tag: 'div'; text: PlainText };
export type Markdown = { tag: 'markdown'; content: string; text_size?: 'normal' | 'notation' | 'heading' };
export type Image = { tag: 'img'; img_key: string; alt: PlainText };

export type ColumnSet = {
  tag: 'column_set';
  flex_mode: 'none' | 'flow';
  horizontal_spacing?: 'small' | 'medium';
  columns: Column[];
};

export type Column = {
  tag: 'column';
  width: 'auto' | 'weighted';
  weight?: number;
  vertical_align?: 'top' | 'center';
  elements: Inline[];
};

/** Handed back as it is when the element is used. */
export type Callback = { type: 'callback'; value: Readonly<Record<string, unknown>> };

export type ButtonElement = {
  tag: 'button';
  text: PlainText;
  type: 'default' | 'primary_filled' | 'danger';
  size?: 'small' | 'medium';
  behaviors: Callback[];
  confirm?: { title: PlainText; text: PlainText };
  /** In a form only. */
  name?: string;
  form_action_type?: 'submit';
};

export type SelectOption = { text: PlainText; value: string };
export type Overflow = { tag: 'overflow'; options: SelectOption[] };

export type Table = {
  tag: 'table';
  page_size: number;
  row_height: 'auto';
  header_style: { bold: true; background_style: 'grey' };
  columns: { name: string; display_name: string; data_type: 'text'; width: 'auto'; horizontal_align?: 'right' }[];
  rows: Record<string, string>[];
};

/** `chart_spec` is VChart's: https://www.visactor.io/vchart/option */
export type ChartElement = { tag: 'chart'; aspect_ratio: '16:9'; chart_spec: Readonly<Record<string, unknown>> };

/** Only at the root of a card, with neither table nor chart inside. */
export type FormElement = { tag: 'form'; name: string; elements: Inline[] };

type Named = { name: string; required: boolean; placeholder?: PlainText; width?: 'fill' };
export type Widget =
  | (Named & {
      tag: 'input';
      input_type: 'text' | 'multiline_text';
      rows?: number;
      max_length: number;
      default_value?: string;
    })
  | (Named & { tag: 'date_picker'; initial_date?: string })
  | (Named & { tag: 'picker_datetime'; initial_datetime?: string })
  | (Named & { tag: 'select_static'; options: SelectOption[]; initial_option?: string })
  | (Named & { tag: 'multi_select_static'; options: SelectOption[]; selected_values?: string[] });
