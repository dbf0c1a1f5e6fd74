import eslint from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/** What the conformance suite uses of a client that is deprecated as a whole, and still in many people's apps. */
const identityJs = [
  'AuthenticationDetails',
  'CognitoUser',
  'CognitoUserAttribute',
  'CognitoUserPool',
  'CognitoUserSession',
  'IAuthenticationCallback',
  'ICognitoStorage',
];

/** Rules for all TypeScript, in the browser and on Node. */
const shared = {
  eqeqeq: 'error',
  'prefer-const': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  // A promise that a template or an event starts is reported by the global error handler.
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
  // Numbers read the same in a message as they do in code.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // "Deprecated only to make it stand out": a stand-in on this machine has no TLS.
  '@typescript-eslint/no-deprecated': [
    'error',
    {
      allow: [
        { from: 'package', name: 'allowInsecureRequests', package: 'openid-client' },
        { from: 'package', name: 'allowInsecureRequests', package: 'oauth4webapi' },
      ],
    },
  ],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
  ],
};

const page = 'See docs/strict-csp.md.';

/** What the Content-Security-Policy of production blocks, in TypeScript. */
const blockedInCode = [
  {
    selector:
      'Decorator[expression.callee.name=/^(Component|Directive)$/] Property[key.name=/^style(s|Urls?)$/]',
    message: `Production blocks component styles: Angular inserts them as <style> elements. Write them into the feature's style sheet, which its routes load. ${page}`,
  },
  {
    selector:
      'Decorator[expression.callee.name=/^(Component|Directive)$/] Property[key.name="host"] Property:matches([key.name="style"], [key.value=/^(style|\\[attr\\.style\\])$/])',
    message: `Production blocks style attributes. Use a class, or bind one property: '[style.width.px]'. ${page}`,
  },
  {
    selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]',
    message: `Production blocks this: no Trusted Types policy of that kind is allowed. Bind text, or sanitized [innerHTML]. ${page}`,
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: `Production blocks HTML as text (Trusted Types). Bind text, or sanitized [innerHTML]. ${page}`,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|parseFromString)$/]',
    message: `Production blocks HTML as text (Trusted Types). Build elements in a template. ${page}`,
  },
];

/** The same in templates. */
const blockedInTemplates = [
  {
    selector: ':matches(TextAttribute, BoundAttribute[__originalType=1])[name="style"]',
    message: `Production blocks style attributes. Use a class, or bind one property: [style.width.px]. ${page}`,
  },
  {
    selector: 'Element[name=/^(iframe|object|embed|style|script)$/]',
    message: `Production blocks this element. ${page}`,
  },
];

export default defineConfig(
  globalIgnores([
    'dist/',
    '.angular/',
    '.presspass/',
    'coverage/',
    'contract/generated/',
    'test-results/',
    'playwright-report/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.app.json', 'tsconfig.spec.json', 'tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: shared,
  },
  {
    files: ['src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'no-eval': 'error',
      'no-restricted-syntax': ['error', ...blockedInCode],
      '@typescript-eslint/no-implied-eval': 'error',
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'pp', style: 'kebab-case' },
          { type: 'attribute', prefix: 'pp', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'pp', style: 'camelCase' },
      ],
      '@angular-eslint/prefer-signals': 'error',
      // The compiler already refuses what is not exhaustive; a class without members is Angular's module idiom.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    // The one element that index.html names, as every Angular app calls it.
    files: ['src/app/app.ts'],
    rules: { '@angular-eslint/component-selector': 'off' },
  },
  {
    // As Angular's schematics write them: `ng generate component` makes what passes.
    files: ['src/**/*.spec.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/prefer-control-flow': 'error',
      'no-restricted-syntax': ['error', ...blockedInTemplates],
    },
  },
  {
    files: ['conformance/clients/cognito-identity-js.ts'],
    rules: {
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'amazon-cognito-identity-js', name: identityJs }] },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'e2e/browsers/walk-through.ts'],
    rules: {
      // node:test's own describe/it/test return promises that the runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
