import { checkCommand } from "./check.js";
import type { DeclaredCommand } from "./declared-command.js";
import { egressCommand } from "./egress.js";
import { explainCommand } from "./explain.js";
import { importCommand } from "./import.js";
import { initCommand } from "./init.js";
import { keysCommand } from "./keys.js";
import { migrateCommand } from "./migrate.js";
import { planCommand } from "./plan.js";
import { presetsCommand } from "./presets.js";
import { pruneCommand } from "./prune.js";
import { reviewCommand } from "./review.js";
import { ringsCommand } from "./rings.js";
import { schemaCommand } from "./schema.js";
import { synthCommand } from "./synth.js";
import { verifyCommand } from "./verify.js";

/** Every command by its word, in the order of the program's help. */
export const commands: Readonly<Record<string, DeclaredCommand>> = {
	init: initCommand,
	synth: synthCommand,
	explain: explainCommand,
	egress: egressCommand,
	keys: keysCommand,
	presets: presetsCommand,
	plan: planCommand,
	review: reviewCommand,
	check: checkCommand,
	rings: ringsCommand,
	prune: pruneCommand,
	import: importCommand,
	migrate: migrateCommand,
	verify: verifyCommand,
	schema: schemaCommand,
};
