import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

/** What `npm run check` says of a component whose decorator, template and method are these. */
async function messagesOf({ decorator = '', template = '', statement = '' }): Promise<string[]> {
  const code = `import { Component } from '@angular/core';

@Component({ selector: 'pp-example', ${decorator} template: \`${template}\` })
export class Example {
  protected readonly text = 'text';
  show(element: HTMLElement): void {
    ${statement || "element.textContent = 'text';"}
  }
}
`;
  const [result] = await eslint.lintText(code, { filePath: 'src/app/app.ts' });
  return (result?.messages ?? [])
    .map(({ message }) => message)
    .filter((message) => message.includes('docs/strict-csp.md'));
}

// Where `CI=true`, typescript-eslint parses what is on the disk, in place of the text it is given.
const eslint = new ESLint({
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
  },
});

for (const [what, component] of Object.entries({
  'styles of a component': { decorator: "styles: 'p { color: red; }'," },
  'a style sheet of a component': { decorator: "styleUrl: './example.css'," },
  'several of them': { decorator: "styleUrls: ['./example.css']," },
  'a style attribute on the host': { decorator: "host: { style: 'color: red' }," },
  'a bound one on the host': { decorator: "host: { '[attr.style]': 'text' }," },
  'a style attribute': { template: '<p style="color: red"></p>' },
  'a bound one': { template: '<p [attr.style]="text"></p>' },
  'a frame': { template: '<iframe title="A frame" src="/frame"></iframe>' },
  'HTML as text': { statement: "element.innerHTML = 'text';" },
  'more HTML as text': { statement: "element.insertAdjacentHTML('beforeend', 'text');" },
})) {
  test(`the check refuses ${what}, which production blocks, and says what to do`, async () => {
    const [message = ''] = await messagesOf(component);
    assert.match(message, /^Production blocks .+\. See docs\/strict-csp\.md\.$/s);
  });
}

test('the check lets pass what production lets pass', async () => {
  const template =
    '<p class="example" [class.is-wide]="true" [style.width.px]="3" [innerHTML]="text"></p>';
  assert.deepEqual(
    await messagesOf({ template, decorator: "host: { class: 'x', '[style.top.px]': '3' }," }),
    [],
  );
});
