/** @import { StreamView } from '../wire.ts' */

/** How long until the server is asked again for what it did not answer. */
const AGAIN_MS = 1_000;

/**
 * What Parley says of its own accord. `onOpen` asks at each (re)connection for what may have been missed, until it is told.
 * @param {string} viewer
 * @param {{ onOpen(): Promise<void>, onLost(): void, onEvent(event: StreamView): void }} listener
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
    source.onopen = catchUp;
    source.onmessage = ({ data }) => onEvent(JSON.parse(data));
    source.onerror = () => {
      onLost();
      // The browser itself retries a broken connection, but not one that was answered with an error.
      if (source.readyState === EventSource.CLOSED && !isEnded) setTimeout(() => !isEnded && open(), 2000);
    };
  }

  // The stream stands by then, so nothing else would ask once more.
  function catchUp() {
    if (!isEnded) onOpen().catch(() => setTimeout(catchUp, AGAIN_MS));
  }
}
