// Runs every stack, two at a time, and says how each went:
//   node deploy.mjs preview | up | destroy
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";

const operation = process.argv[2] ?? "preview";
const atOnce = 2;
const waiting = ["eu", "us", "perimeter"];
const failed = [];

await Promise.all(Array.from({ length: atOnce }, work));
process.exitCode = failed.length > 0 ? 1 : 0;

async function work() {
	for (let stack = waiting.shift(); stack !== undefined; stack = waiting.shift()) await run(stack);
}

async function run(name) {
	const say = (text) => process.stdout.write(`${name}: ${text}\n`);
	say(`${operation} begins`);
	try {
		const stack = await LocalWorkspace.createOrSelectStack({ stackName: name, workDir: import.meta.dirname });
		const { changeSummary, summary } = await stack[operation]();
		say(`${operation} done, ${JSON.stringify(changeSummary ?? summary?.resourceChanges ?? {})}`);
	} catch (fault) {
		failed.push(name);
		say(`${operation} failed: ${fault instanceof Error ? fault.message : fault}`);
	}
}
