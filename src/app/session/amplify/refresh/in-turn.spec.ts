import { eventually } from '../../../testing/eventually';
import { inTurn } from './in-turn';

describe('inTurn', () => {
  let name: string;

  beforeEach(() => {
    name = crypto.randomUUID();
  });

  it('lets one work at a time, in the order of asking', async () => {
    const steps: string[] = [];
    const work = (who: string) => async () => {
      steps.push(`${who} begins`);
      await Promise.resolve();
      steps.push(`${who} ends`);
      return who;
    };
    expect(await Promise.all(['a', 'b'].map((who) => inTurn(name, work(who))))).toEqual(['a', 'b']);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('gives the turn back when the work fails', async () => {
    const failure = new Error('no network');
    await expectAsync(inTurn(name, () => Promise.reject(failure))).toBeRejectedWith(failure);
    expect(await inTurn(name, () => Promise.resolve('next'))).toBe('next');
  });

  it('takes the turn from one that hangs, which may end all the same', async () => {
    const impatient = new AbortController();
    let end: (value: string) => void = () => undefined;
    const hung = inTurn(name, () => new Promise<string>((resolve) => (end = resolve)));
    spyOn(AbortSignal, 'timeout').and.returnValue(impatient.signal);
    const next = inTurn(name, () => Promise.resolve('next'));
    // Chromium does not notice an end of patience that comes before it has looked at the first request of a page.
    await waiting();
    impatient.abort(new DOMException('', 'TimeoutError'));
    expect(await next).toBe('next');
    end('late');
    expect(await hung).toBe('late');
  });

  it('works at once where there are no locks', async () => {
    spyOnProperty(navigator, 'locks').and.returnValue(undefined as never);
    expect(await inTurn(name, () => Promise.resolve('now'))).toBe('now');
  });

  /** Somebody waits for their turn. */
  async function waiting(): Promise<void> {
    await eventually('somebody who waits for their turn', async () => {
      const { pending = [] } = await navigator.locks.query();
      return pending.some((request) => request.name === name);
    });
  }
});
