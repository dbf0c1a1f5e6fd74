import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** Modules around the code that have to stay white: ISO/IEC 18004. */
const quietZone = 4;

/** A QR code as one SVG path: no style attributes and no `data:` images, which the page's policy forbids. */
@Component({
  selector: 'pp-qr-code',
  host: { class: 'qr-code' },
  template: `
    <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="drawing().viewBox">
      <path [attr.d]="drawing().path" shape-rendering="crispEdges" />
    </svg>
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  protected readonly drawing = computed(() => {
    const { data, size } = encode(this.text(), { ecc: 'M', border: quietZone });
    return { viewBox: `0 0 ${String(size)} ${String(size)}`, path: pathOf(data) };
  });
}

/** The dark modules, row by row, each run of them as one rectangle. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.map((row, y) => row.map((isDark, x) => runAt(row, isDark, x, y)).join('')).join('');
}

function runAt(row: readonly boolean[], isDark: boolean, x: number, y: number): string {
  if (!isDark || row[x - 1]) return '';
  const end = row.indexOf(false, x);
  const length = String((end < 0 ? row.length : end) - x);
  return `M${String(x)} ${String(y)}h${length}v1h-${length}z`;
}
