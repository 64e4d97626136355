// After `npm install`, and where svalka is installed from git: builds dist/.
//
// npm 11 installs nothing that a package needs before it prepares it where the package is installed
// globally from git (github.com/npm/cli/issues/8440), as pre-commit does. Then that is done here.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const { npm_execpath: npm } = process.env;
if (npm && !isInstalled('esbuild')) {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  const args = [npm, 'ci', '--global=false', '--ignore-scripts'];
  execFileSync(process.execPath, args, { cwd, stdio: 'inherit' });
}
await import('./build.mjs');

function isInstalled(name) {
  try {
    return Boolean(import.meta.resolve(name));
  } catch {
    return false;
  }
}
