import { signedTokens } from '../../testing/signed-tokens';
import { present } from '../../testing/present';
import { decodeToken } from '../../shared/decoded-token';
import { doors, type Door } from './door';
import { doorRequest } from './door-request';
import { expectedAnswer } from './expected-answer';
import { heldTokens } from './held-tokens';
import { columns, presentedToken, unsignedToken, type Wallet } from './presented-token';

async function walletOf(groups: readonly string[]): Promise<Wallet> {
  const held = present(heldTokens(await signedTokens({ groups }), 0));
  const old = await signedTokens({ groups, issuedAt: 1_700_000_000 });
  const ended = { id: present(decodeToken(old.id)), access: present(decodeToken(old.access)) };
  return { held, ended, now: held.poolOffset };
}

/** All tokens that this page can show at a door. */
const tokensFor = (door: Door, wallet: Wallet) => [
  ...columns.map((column) => present(presentedToken(column, door, wallet))),
  unsignedToken(door, wallet),
];

const isReading = ({ method }: Door) => method === 'GET' || method === 'HEAD';
/** No article has it. */
const unknownId = '00000000-0000-4000-8000-000000000000';
/** Has a field that no operation knows. */
const refusedBody = '{"probe":"This request changes nothing."}';
const door = (operationId: string) => present(doors.find((one) => one.operationId === operationId));

describe('the requests of this page', () => {
  for (const groups of [[], ['admin'], ['sport', 'admin']])
    it(`change nothing, whichever cell somebody tries who is in "${groups.join()}"`, async () => {
      const wallet = await walletOf(groups);
      for (const one of doors.filter((each) => !isReading(each)))
        for (const token of tokensFor(one, wallet)) {
          const request = doorRequest(one, token);
          if (request.kind === 'withheld') continue;
          const isForNobody = one.path.includes('{id}') && request.path.includes(unknownId);
          const isRefused = request.body === refusedBody;
          const keepsNothing = one.operationId === 'addWeatherEvent';
          expect(isForNobody || isRefused || keepsNothing)
            .withContext(`${one.operationId} with a token that is ${token.state}`)
            .toBeTrue();
          expect(request.path).not.toContain('{');
        }
    });

  it('never ask to delete everything with a token that opens this door', async () => {
    const all = door('deleteAllNews');
    const request = doorRequest(all, present(presentedToken('id', all, await walletOf(['admin']))));
    expect(request.kind).toBe('withheld');
    expect(request.kind === 'withheld' && request.why).toContain('Move all news to the trash');
  });

  it('carry a body that is refused wherever everything could be deleted', async () => {
    const all = door('deleteAllNews');
    for (const groups of [[], ['admin']]) {
      const requests = tokensFor(all, await walletOf(groups)).map((token) =>
        doorRequest(all, token),
      );
      const sent = requests.filter((request) => request.kind === 'harmless');
      expect(sent.length).toBe(groups.length > 0 ? 5 : 6);
      for (const { body } of sent) expect(body).toBe(refusedBody);
    }
  });
});

describe('what is expected at a door', () => {
  const statuses = async (operationId: string, groups: readonly string[]) => {
    const [one, wallet] = [door(operationId), await walletOf(groups)];
    return tokensFor(one, wallet).map((token) => expectedAnswer(one, token).status);
  };
  const rows: readonly [string, readonly string[], readonly number[]][] = [
    // No token, ID, access, tampered, expired, unsigned.
    ['listNews', [], [200, 200, 200, 200, 200, 200]],
    ['getMe', [], [401, 200, 401, 401, 401, 401]],
    ['readArticle', [], [401, 404, 401, 401, 401, 401]],
    ['deleteArticle', [], [401, 403, 401, 401, 401, 401]],
    ['deleteArticle', ['admin'], [401, 404, 401, 401, 401, 401]],
    ['publishArticle', [], [401, 401, 403, 401, 401, 401]],
    ['publishArticle', ['admin'], [401, 401, 400, 401, 401, 401]],
    ['hello', ['admin'], [401, 401, 401, 401, 401, 401]],
  ];
  for (const [operationId, groups, expected] of rows)
    it(`follows from the contract: ${operationId} for "${groups.join()}"`, async () => {
      expect(await statuses(operationId, groups)).toEqual(expected);
    });

  it('is a refusal once the token’s own time is over', async () => {
    const wallet = await walletOf([]);
    const later = { ...wallet, now: wallet.now + 3_600_001 };
    const me = door('getMe');
    expect(expectedAnswer(me, present(presentedToken('id', me, later))).status).toBe(401);
  });

  it('names the scope that is missing', async () => {
    const wallet = await walletOf([]);
    const strict: Door = { ...door('publishArticle'), scopes: ['news/write'] };
    const { because } = expectedAnswer(strict, present(presentedToken('access', strict, wallet)));
    expect(because).toContain('news/write');
  });
});
