/** `promise`, or a rejection after `milliseconds`. What was asked for goes on; nobody waits for it. */
export function withDeadline<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new DOMException(`No answer within ${String(milliseconds)} ms.`, 'TimeoutError'));
    }, milliseconds);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
