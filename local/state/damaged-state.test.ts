import assert from 'node:assert/strict';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../clock.ts';
import { openMailbox } from '../mailbox/mailbox.ts';
import { PEOPLE_POOL_ID, webClient } from '../seed/identities.ts';
import { contentOf } from '../user-pool/testing/state-content.ts';
import { openUserPools } from '../user-pool/user-pools.ts';
import { openState } from './state.ts';
import { DamagedStateError, UnusableStateError } from './unusable-state.ts';

/** Two states of the same kind, each as a stop leaves it and as kill -9 does. */
type Place = 'stopped' | 'killed' | 'other stopped' | 'other killed';

let parent: string;
const contents: Partial<Record<Place, Record<string, string>>> = {};

const at = (place: string): string => join(parent, place);

before(async () => {
  parent = mkdtempSync(join(tmpdir(), 'presspass-damage-'));
  for (const name of ['', 'other '] as const) await keepSomething(name);
});

after(() => {
  rmSync(parent, { recursive: true });
});

async function keepSomething(name: '' | 'other '): Promise<void> {
  const [stopped, killed] = [`${name}stopped`, `${name}killed`] as const;
  const state = await openState(at(stopped));
  const { database } = state;
  const clock = systemClock;
  const mailbox = openMailbox({ database, clock });
  const pools = await openUserPools({ database, clock, mailbox });
  for (const person of ['a', 'b', 'c']) {
    const email = `${name.trim()}${person}@example.test`;
    pools.createUser(PEOPLE_POOL_ID, { email, password: 'Press-Pass-2026', groups: ['admin'] });
    const account = { ClientId: webClient.id, Username: email };
    await pools.perform('ForgotPassword', account);
  }
  // SQLite has told the operating system all of it: nothing else would be left of a killed process.
  cpSync(at(stopped), at(killed), { recursive: true });
  contents[killed] = contentOf(database);
  contents[stopped] = contents[killed];
  state.close();
}

/** How a file can be damaged; undefined where that changes nothing. */
const damages: Record<string, (file: string, other: string) => void> = {
  deleted: (file) => {
    rmSync(file);
  },
  emptied: (file) => {
    truncateSync(file, 0);
  },
  'cut to half': (file) => {
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
  },
  'without its last byte': (file) => {
    truncateSync(file, Math.max(0, readFileSync(file).length - 1));
  },
  'with its first byte flipped': (file) => {
    flip(file, 0);
  },
  'with a byte in the middle flipped': (file) => {
    flip(file, 0.5);
  },
  'with its last byte flipped': (file) => {
    flip(file, 1);
  },
  "replaced by another state's": (file, other) => {
    cpSync(other, file);
  },
  'overwritten with text': (file) => {
    writeFileSync(file, '{"damaged": true}'.repeat(40));
  },
};

function flip(file: string, where: number): void {
  const bytes = readFileSync(file);
  const place = Math.floor((bytes.length - 1) * where);
  if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  writeFileSync(file, bytes);
}

/** All bytes of a folder but what the lock leaves, which holds nothing. */
function bytesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name !== 'lock');
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

/** What is made anew from other files at each start: nothing is lost with it. */
const holdsNothing = ['lock', 'presspass.sqlite-shm'];

async function startWithDamage(
  place: 'stopped' | 'killed',
  name: string,
  kind: string,
): Promise<void> {
  const folder = at(`${place} ${name} ${kind}`);
  cpSync(at(place), folder, { recursive: true });
  const file = join(folder, name);
  const whole = readFileSync(file, 'latin1');
  damages[kind]?.(file, join(at(`other ${place}`), name));
  const before = bytesIn(folder);
  const isSame = before[name] === whole;
  if (isSame || holdsNothing.includes(name)) {
    const state = await openState(folder);
    assert.deepEqual(contentOf(state.database), contents[place]);
    state.close();
    return;
  }
  await assert.rejects(openState(folder), (refusal: unknown) => {
    assert.ok(refusal instanceof UnusableStateError, String(refusal));
    assert.match(refusal.message, /^(?=.*Nothing was changed\.)(?=.*npm run reset).*$/);
    assert.ok(refusal.message.includes(basename(folder)), refusal.message);
    return true;
  });
  assert.deepEqual(bytesIn(folder), before);
}

describe('a state that is damaged is named, and left as it is', () => {
  for (const place of ['stopped', 'killed'] as const) {
    it(`whatever happened to whichever file, after it was ${place}`, async () => {
      const complaints: string[] = [];
      const files = readdirSync(at(place));
      for (const name of files) {
        for (const kind of Object.keys(damages)) {
          await startWithDamage(place, name, kind).catch((complaint: unknown) => {
            complaints.push(`${name} ${kind}: ${String(complaint)}`);
          });
        }
      }
      assert.deepEqual(complaints, []);
      assert.ok(files.length >= (place === 'killed' ? 6 : 4), String(files));
    });
  }

  it('also when a manifest of earlier lies over later writes', async () => {
    const folder = at('older manifest');
    cpSync(at('stopped'), folder, { recursive: true });
    const state = await openState(folder);
    const early = readFileSync(join(folder, 'state.json'));
    for (const when of [1, 2]) state.mark(when === 1 ? 'people seeded' : 'articles seeded', when);
    cpSync(folder, at('older manifest, killed'), { recursive: true });
    state.close();
    for (const name of ['older manifest', 'older manifest, killed']) {
      writeFileSync(join(at(name), 'state.json'), early);
      await assert.rejects(openState(at(name)), DamagedStateError);
    }
  });

  it('also when it lies in the folder of another release', async () => {
    const folder = at('mixed');
    cpSync(at('stopped'), folder, { recursive: true });
    writeFileSync(join(folder, 'version'), '1\n');
    await assert.rejects(openState(folder), /version is of another state/);
    writeFileSync(join(folder, 'version'), '2\n');
    writeFileSync(join(folder, 'seeded'), '');
    await assert.rejects(openState(folder), /seeded does not belong to this state/);
    rmSync(join(folder, 'seeded'));
    writeFileSync(join(folder, 'presspass.sqlite-journal'), '');
    await assert.rejects(openState(folder), /-journal does not belong to this state/);
  });
});

describe('a state that is changed while it is in use', () => {
  it('is not vouched for when it is closed, and named at the next start', async () => {
    const folder = at('changed');
    cpSync(at('stopped'), folder, { recursive: true });
    const state = await openState(folder);
    flip(join(folder, 'presspass.sqlite'), 1);
    assert.throws(() => {
      state.close();
    }, /presspass\.sqlite was changed while it was in use/);
    await assert.rejects(openState(folder), DamagedStateError);
  });
});

describe('a state that is whole', () => {
  for (const place of ['stopped', 'killed'] as const) {
    it(`opens with all that was acknowledged after it was ${place}, and as a copy of that`, async () => {
      const folder = at(`copy of ${place}`);
      cpSync(at(place), folder, { recursive: true });
      for (const time of ['first', 'second']) {
        const state = await openState(folder);
        assert.deepEqual(contentOf(state.database), contents[place], time);
        state.close();
      }
    });
  }

  it('opens although the last transaction was cut off before it was acknowledged', async () => {
    const journal = readFileSync(join(at('killed'), 'presspass.sqlite-wal'));
    const state = await openState(at('stopped'));
    state.close();
    const folder = at('cut off');
    cpSync(at('killed'), folder, { recursive: true });
    // One more page, of which the checksum is not there yet.
    writeFileSync(
      join(folder, 'presspass.sqlite-wal'),
      Buffer.concat([journal, Buffer.alloc(100)]),
    );
    const opened = await openState(folder);
    assert.deepEqual(contentOf(opened.database), contents.killed);
    opened.close();
  });
});
