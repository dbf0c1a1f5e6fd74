/** One of the checks: a tool and its arguments, run on this Node. */
export interface Step {
  name: string;
  script: string;
  args: string[];
}

const typescript = 'node_modules/typescript/bin/tsc';
const angular = 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js';

/** The slowest first, so that two at a time end together. */
export const steps: Step[] = [
  {
    name: 'lint',
    script: 'node_modules/eslint/bin/eslint.js',
    args: ['.', '--max-warnings=0'],
  },
  { name: 'types of the app', script: angular, args: ['-p', 'tsconfig.app.json', '--noEmit'] },
  { name: 'types of the specs', script: angular, args: ['-p', 'tsconfig.spec.json', '--noEmit'] },
  { name: 'types on Node', script: typescript, args: ['-p', 'tsconfig.node.json'] },
  {
    name: 'boundaries',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    args: [
      '--config=.dependency-cruiser.mjs',
      ...['src', 'contract', 'backend', 'local', 'infra', 'e2e', 'bench', 'conformance', 'tools'],
    ],
  },
  {
    name: 'dead code and dependencies',
    script: 'node_modules/knip/bin/knip.js',
    args: ['--treat-config-hints-as-errors'],
  },
  { name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'fidelity page', script: 'conformance/main.ts', args: ['--check'] },
  { name: 'costs page', script: 'tools/costs.ts', args: ['--check'] },
  { name: 'contract and generated files', script: 'tools/generate-contract.ts', args: ['--check'] },
];
