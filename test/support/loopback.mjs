// Preloaded into a program that would listen on every address of this machine: it listens on loopback.
import net from 'node:net';

const { listen } = net.Server.prototype;

net.Server.prototype.listen = function (...given) {
  const [first, ...rest] = given;
  if (typeof first === 'object' && first !== null && first.port !== undefined) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  }
  if (/^\d+$/.test(String(first))) {
    const listeners = rest.filter((each) => typeof each === 'function');
    return listen.call(this, { port: Number(first), host: '127.0.0.1' }, ...listeners);
  }
  return listen.apply(this, given);
};
