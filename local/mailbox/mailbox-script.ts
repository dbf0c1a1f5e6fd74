/**
 * What runs in the browser on /mailbox: copies codes, shows times in the reader's zone and adds mails as they arrive, without taking focus or
 * selection from anything. The function is sent as its own source, so it uses nothing from outside itself.
 */
function keepMailboxUpToDate(): void {
  const interval = 2000;
  const list = document.querySelector('#mails');
  const status = document.querySelector('#news');
  if (!list || !status) return;
  let version = '';
  let isLooking = false;

  const say = (words: string): void => {
    if (status.textContent !== words) status.textContent = words;
  };

  /** Browsers may forbid copying; what is selected can be copied by hand. */
  async function copy(code: Element): Promise<void> {
    const words = code.textContent;
    try {
      await navigator.clipboard.writeText(words);
      say(`${words} is copied.`);
    } catch {
      getSelection()?.selectAllChildren(code);
      say('The browser does not let this page copy. The code is selected: copy it by hand.');
    }
  }

  function enrich(item: Element): void {
    const time = item.querySelector('time');
    if (time) {
      time.textContent = new Date(time.dateTime).toLocaleString('en-GB', {
        dateStyle: 'long',
        timeStyle: 'medium',
      });
    }
    const code = item.querySelector('.code');
    if (!code) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', `Copy ${code.textContent}`);
    button.addEventListener('click', () => void copy(code));
    code.after(button);
  }

  /** Newest first. Takes out what is gone, as after a reset, and puts in what is new. */
  function show(items: Element[]): void {
    const ids = new Set(items.map(({ id }) => id));
    for (const item of [...(list?.children ?? [])]) if (!ids.has(item.id)) item.remove();
    let place = list?.firstElementChild ?? null;
    const arrived: Element[] = [];
    for (const item of items) {
      if (place?.id === item.id) {
        place = place.nextElementSibling;
        continue;
      }
      const added = document.importNode(item, true);
      enrich(added);
      list?.insertBefore(added, place);
      arrived.push(added);
    }
    const [newest] = arrived;
    if (!newest) return;
    const words = newest.querySelector('h2')?.textContent ?? '';
    say(arrived.length === 1 ? `New: ${words}.` : `${String(arrived.length)} new mails.`);
  }

  async function look(): Promise<void> {
    if (document.hidden || isLooking) return;
    isLooking = true;
    try {
      const answer = await fetch('/mailbox', {
        headers: version ? { 'If-None-Match': version } : {},
      });
      if (answer.ok) {
        const text = await answer.text();
        version = answer.headers.get('ETag') ?? '';
        show([
          ...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('#mails > li'),
        ]);
      }
      if (status?.textContent === waiting) say(ready);
    } catch {
      say(waiting);
    } finally {
      isLooking = false;
    }
  }

  const ready = 'New mail appears by itself.';
  const waiting = 'The stand-in does not answer. Trying again …';
  for (const item of list.children) enrich(item);
  say(ready);
  setInterval(() => void look(), interval);
  document.addEventListener('visibilitychange', () => void look());
}

/** The script of /mailbox, as a browser takes it. */
export const mailboxScript = `(${keepMailboxUpToDate.toString()})();\n`;
