// preloaded into builds under test: any connection to another machine fails, and says so
import net from "node:net";

const {connect} = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof options === "object" ? options.host : args[1];
  if (host && !["localhost", "127.0.0.1", "::1"].includes(host)) throw new Error(`outside request to ${host}`);
  return connect.apply(this, args);
};
