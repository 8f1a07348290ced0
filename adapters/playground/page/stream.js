/** @import { StreamView } from '../wire.ts' */

/**
 * What Parley says of its own accord. `onOpen` runs at each (re)connection, when something may have been missed.
 * @param {string} viewer
 * @param {{ onOpen(): void, onLost(): void, onEvent(event: StreamView): void }} listener
 * @returns {() => void} ends it
 */
export function listen(viewer, { onOpen, onLost, onEvent }) {
  let isEnded = false;
  /** @type {EventSource} */
  let source;
  open();
  return () => {
    isEnded = true;
    source.close();
  };

  function open() {
    source = new EventSource(`/playground/stream?as=${encodeURIComponent(viewer)}`);
    source.onopen = onOpen;
    source.onmessage = ({ data }) => onEvent(JSON.parse(data));
    source.onerror = () => {
      onLost();
      // The browser itself retries a broken connection, but not one that was answered with an error.
      if (source.readyState === EventSource.CLOSED && !isEnded) setTimeout(() => !isEnded && open(), 2000);
    };
  }
}
