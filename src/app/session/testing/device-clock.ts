const RealDate = Date;

/** Sets the device's clock `ahead` of the true time, in milliseconds; 0 puts it right. */
export function setDeviceClock(ahead: number): void {
  if (ahead === 0) {
    globalThis.Date = RealDate;
    return;
  }
  const now = (): number => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args) =>
      Reflect.construct(target, args.length > 0 ? args : [now()]) as Date,
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
}
