import { tokensLeft as left } from './tokens-left';

const minute = 60_000;
const issued = Date.UTC(2026, 10, 21, 9);
const times = [{ iat: issued / 1_000, exp: (issued + 60 * minute) / 1_000 }];

describe('tokensLeft', () => {
  let device: jasmine.Spy<() => number>;
  let monotonic: jasmine.Spy<() => number>;

  beforeEach(() => {
    device = spyOn(Date, 'now').and.returnValue(issued);
    monotonic = spyOn(performance, 'now').and.returnValue(0);
  });

  it('counts by the user pool’s clock where the device’s is wrong', () => {
    device.and.returnValue(issued - 5 * 60 * minute);
    expect(left.of('wrong', times, 5 * 60 * minute)).toBe(60 * minute);
  });

  it('goes on counting where the clock is set back meanwhile', () => {
    left.of('first', times, 0);
    monotonic.and.returnValue(40 * minute);
    expect(left.of('first', times, 0)).toBe(20 * minute);
  });

  it('counts newer tokens from their own beginning', () => {
    left.of('older', times, 0);
    monotonic.and.returnValue(40 * minute);
    expect(left.of('newer', times, 0)).toBe(60 * minute);
  });

  it('is nothing for those that have expired, and never more than they were issued for', () => {
    device.and.returnValue(issued + 61 * minute);
    expect(left.of('expired', times, 0)).toBe(0);
    device.and.returnValue(issued - 61 * minute);
    expect(left.of('future', times, 0)).toBe(60 * minute);
  });
});
