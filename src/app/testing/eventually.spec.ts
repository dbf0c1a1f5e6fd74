import { eventually } from './eventually';

describe('eventually', () => {
  it('looks until what it waits for is there, and hands it over', async () => {
    let looks = 0;
    const third = await eventually('the third look', () => (++looks === 3 ? 'here' : null));
    expect(third).toBe('here');
    expect(looks).toBe(3);
  });

  it('awaits what it looks at', async () => {
    const kinds = ['none', 'some'];
    const isSo = (kind: string) => kind === 'some';
    const look = () => Promise.resolve(kinds.shift() ?? '');
    expect(await eventually('some', look, { isSo })).toBe('some');
  });

  it('gives up at its deadline, and says what it waited for and what it saw last', async () => {
    const waiting = eventually('/news/1', () => '/sign-in', {
      isSo: (url) => url === '/news/1',
      deadline: 20,
    });
    await expectAsync(waiting).toBeRejectedWithError(
      'Waited 0.02 s for /news/1; seen last: /sign-in',
    );
  });
});
