import { BackOff } from './back-off';

describe('BackOff', () => {
  it('waits twice as long each time, up to a minute, and begins again after a success', () => {
    const backOff = new BackOff();
    const waits = Array.from({ length: 7 }, () => backOff.next(1));
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    backOff.reset();
    expect(backOff.next(1)).toBe(2_000);
  });

  it('is never the same for all, and never shorter than half', () => {
    expect(new BackOff().next(0)).toBe(1_000);
    expect(new BackOff().next(0.5)).toBe(1_500);
  });
});
