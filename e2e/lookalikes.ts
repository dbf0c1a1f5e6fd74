import type { Page } from '@playwright/test';

/**
 * The words on a page that look like something to press and are not: in the colour that links have, underlined, or under a
 * pointing hand. A stamp of the pass has that colour too, and a frame, as stamps have.
 */
export function lookalikes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressable = 'a[href], button, summary, label, input, select, [role=tab]';
    const drawn = '.stamp, .raw, .raw-header';
    const probe = document.createElement('span');
    probe.style.color = 'var(--accent, transparent)';
    document.body.append(probe);
    const linkColour = getComputedStyle(probe).color;
    probe.remove();
    return [...document.body.querySelectorAll('*')]
      .filter((it) => it.checkVisibility() && !it.closest(`${pressable}, ${drawn}`))
      .filter((it) => [...it.childNodes].some((node) => node instanceof Text && node.data.trim()))
      .filter((it) => {
        const { color, cursor, textDecorationLine } = getComputedStyle(it);
        return color === linkColour || cursor === 'pointer' || textDecorationLine === 'underline';
      })
      .map((it) => it.textContent.trim().slice(0, 60));
  });
}
