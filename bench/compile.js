// Compiles a deployment of as many groups as the argument says, in a process of its own, and prints what that took. A
// third argument asks for every format that there is.
import { compileBundle, parseDeployment, planDeployment } from "../dist/entries/core.js";
import { everyFormat } from "./every-format.js";
import { deploymentOf } from "./groups.js";
import { time } from "./time.js";

const input = deploymentOf(Number(process.argv[2]), process.argv[4] === undefined ? {} : everyFormat);
const rounds = Number(process.argv[3]);
const compiling = [];
const planning = [];
let files = 0;
// The first time is the one that a user waits for.
const first = await time(() => compileBundle(parseDeployment(input)));
for (let round = 0; round < rounds; round++) {
	const parsed = parseDeployment(input);
	planning.push(await time(() => planDeployment(parsed)));
	compiling.push(
		await time(async () => {
			files = (await compileBundle(parsed)).bundle.files.length;
		}),
	);
}
process.stdout.write(JSON.stringify({ first, files, planning, compiling }));
