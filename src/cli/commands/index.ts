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

/** Every command, in the order of the program's help. */
export const commands: readonly DeclaredCommand[] = [
	initCommand,
	synthCommand,
	explainCommand,
	egressCommand,
	keysCommand,
	presetsCommand,
	planCommand,
	reviewCommand,
	checkCommand,
	ringsCommand,
	pruneCommand,
	importCommand,
	migrateCommand,
	verifyCommand,
	schemaCommand,
];
