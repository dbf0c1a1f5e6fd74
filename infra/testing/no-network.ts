/** Given to Node by `--import`: a process that reaches nobody, as on a train. */
import { Socket } from 'node:net';
import { nextTick } from 'node:process';

Socket.prototype.connect = function (this: Socket): Socket {
  const problem = Object.assign(new Error('There is no network.'), { code: 'ENETUNREACH' });
  nextTick(() => this.destroy(problem));
  return this;
};
