// Mutates deployments, profiles, files of devices and stack configuration for as long as one likes; each target gets the time given, and
// what fails is told with its seed and as small as it can be made.
//   node scripts/fuzz.js [SECONDS] [SEED]
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

const [seconds = "600", seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "test/fuzz"], {
	stdio: "inherit",
	env: { ...process.env, FUZZ_SECONDS: seconds, FUZZ_SEED: seed },
});
process.exitCode = status ?? 1;
