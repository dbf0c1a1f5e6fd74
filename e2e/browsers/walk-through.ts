import assert from 'node:assert/strict';
import { env } from 'node:process';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Paper } from '../paper/paper.ts';
import { editor, newPerson, reader as demoReader } from '../paper/people.ts';
import type { Browser } from './browser.ts';
import { type EngineName, findEngine } from './engines.ts';
import { Network } from './network.ts';
import { Reader } from './reader.ts';

/** What a person does on the paper, in one engine, against the production build. */
export function walkThrough(name: EngineName): void {
  const engine = findEngine(name);
  if ('lacking' in engine) {
    // An engine that the command names must be tried: its absence is a failure.
    const isWanted = env['PRESSPASS_ENGINES'] === 'wanted';
    it(name, { skip: isWanted ? false : engine.lacking }, () => assert.fail(engine.lacking));
    return;
  }
  describe(name, () => {
    let paper: Paper;
    let network: Network;
    let browser: Browser;
    let reader: Reader;

    const newReader = async (who: string): Promise<Reader> =>
      new Reader(await browser.newTab(), `${name} ${who}`);

    before(async () => {
      paper = await Paper.start();
      network = await Network.to(paper.url);
      browser = await engine.start();
      console.log(`${name}: ${browser.version}`);
      reader = await newReader('reader');
    });

    after(async () => {
      await browser.close();
      await network.close();
      await paper.stop();
    });

    beforeEach(async () => {
      await reader.open(network.url);
      await reader.tab.ask(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await reader.open(network.url);
      await reader.sees('Sign in');
    });

    const firstHeadline = async (): Promise<string> => {
      await reader.sees('More news');
      return reader.tab.ask(() => document.querySelector('main h2')?.textContent.trim() ?? '');
    };

    /** On the desk. */
    const firstStory = (): Promise<string> =>
      reader.tab.ask(() => document.querySelector('tbody a')?.textContent.trim() ?? '');

    it('signs up, confirms, reads a story and signs out', async () => {
      const person = newPerson();
      const headline = await firstHeadline();
      await reader.presses(headline);
      await reader.sees('Sign in to read the whole story.');
      await reader.presses('Create an account', 'tab');
      await reader.fills('E-mail address', person.email);
      await reader.fills('Password', person.password);
      await reader.fills('Password again', person.password);
      await reader.presses('Create an account', 'submit');
      await reader.sees('Confirm your e-mail address');
      await reader.fills('Code from the e-mail', await paper.mailbox.latestCode(person.email));
      await reader.presses('Confirm');
      await reader.sees('Welcome to Presspass!');
      await reader.sees(headline);
      await reader.sees('Back to the front page');
      await reader.presses('Sign out');
      await reader.sees('You are signed out.');
      await reader.isAt('/');
    });

    it('deletes a story and brings it back', async () => {
      await reader.signsIn(editor, network.url);
      await reader.presses('Desk');
      await reader.sees('60 stories');
      await reader.presses(`Delete ${await firstStory()}`);
      await reader.sees('1 story moved to the trash.');
      await reader.sees('59 stories');
      await reader.presses('Undo');
      await reader.sees('60 stories');
    });

    it('signs out in one tab, and with it in the other', async () => {
      await reader.signsIn(demoReader, network.url);
      const elsewhere = await newReader('other tab');
      await elsewhere.open(`${network.url}/account`);
      await elsewhere.sees(demoReader.email);
      await reader.presses('Sign out');
      await reader.sees('You are signed out.');
      await elsewhere.seesNot(demoReader.email);
    });

    it('shows nothing of an account when one goes back after signing out', async () => {
      await reader.signsIn(demoReader, network.url);
      await reader.presses(`Your account, ${demoReader.email}`);
      await reader.sees('Passkeys');
      await reader.presses('Sign out');
      await reader.sees('You are signed out.');
      await reader.tab.back();
      await reader.sees('Sign in');
      await reader.seesNot(demoReader.email);
      await reader.seesNot('Passkeys');
    });

    it('opens the page though one of its scripts gets lost', async () => {
      await firstHeadline();
      const script = network.loseNextScript();
      await reader.presses('Sign in');
      await reader.sees('Forgot your password?');
      assert.ok(script.isLost(), 'no script was asked for');
    });

    it('says that a story cannot be fetched while nothing arrives, and fetches it afterwards', async () => {
      await reader.signsIn(demoReader, network.url);
      const headline = await firstHeadline();
      await reader.presses(headline);
      await reader.sees('Back to the front page');
      await reader.presses('Back to the front page');
      await reader.sees('More news');
      const second = await reader.tab.ask(
        () => document.querySelectorAll('main h2')[1]?.textContent.trim() ?? '',
      );
      network.goDown();
      await reader.presses(second);
      await reader.sees('The story could not be fetched');
      network.comeBack();
      await reader.presses('Try again');
      await reader.sees('Back to the front page');
      await reader.sees(second);
    });

    it('breaks a long id after its hyphens only', async () => {
      await reader.signsIn(demoReader, network.url);
      await reader.presses('Pass');
      await reader.sees('Boarding pass');
      const lines = await reader.tab.ask(() => {
        const id = document.querySelector('[data-kind=access] .document-fields bdi');
        const lines: Record<number, string> = {};
        const texts = document.createTreeWalker(id ?? document, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const letters = text.textContent ?? '';
          for (let at = 0; at < letters.length; at++) {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const top = Math.round(range.getBoundingClientRect().top);
            lines[top] = (lines[top] ?? '') + letters.charAt(at);
          }
        }
        return Object.values(lines);
      });
      assert.equal(lines.join('').trim().length, 36);
      for (const line of lines.slice(0, -1)) assert.match(line, /-\s*$/);
      assert.ok(lines.length > 1, 'the id has no need to be broken');
    });

    it('draws the pass as the others do', async () => {
      await reader.signsIn(demoReader, network.url);
      await reader.presses('Pass');
      await reader.sees('Boarding pass');
      const looks = await reader.tab.ask(() => {
        const face = document.querySelector('[data-kind=id] .document-face');
        const { scrollWidth, clientWidth } = document.documentElement;
        return {
          lines: face ? getComputedStyle(face, '::before').maskImage : 'none',
          isWider: scrollWidth > clientWidth,
        };
      });
      assert.match(looks.lines, /guilloche.*\.svg/);
      assert.equal(looks.isWider, false);
    });
  });
}
