import * as pulumi from "@pulumi/pulumi";
import type { DeploymentIdentities } from "../../inference/identity-ledger.js";
import { engineText } from "../engine-text.js";
import { runError } from "../run-error.js";

/** One program's deployments, by the name of their resource. */
interface Gathering {
	readonly deployments: Map<string, DeploymentIdentities>;
	closed: boolean;
	readonly guard: pulumi.Resource;
}

/** By the connection to the engine, of which every run of a program has its own. */
const gatherings = new WeakMap<object, Gathering>();

/**
 * Registers what the devices of a deployment sign in with, and gives the resource that everything of the deployment has
 * to wait for. There is one for all deployments of a program, under a name that follows none of theirs: so it sees one
 * that goes or gets another name. It takes those that are constructed without an await in between.
 *
 * @throws `pulumi.RunError` for identities that come too late to be looked at with the others
 */
export function guardIdentities(
	deployment: string,
	identities: DeploymentIdentities | undefined,
	aliases: Aliases = [],
): pulumi.Resource {
	const run = pulumi.runtime.getMonitor() ?? {};
	const gathering = gatherings.get(run) ?? gather(run);
	if (!identities) return gathering.guard;
	if (gathering.closed) throw runError(tooLate(deployment));
	const formerly = aliases.flatMap(nameOf);
	gathering.deployments.set(deployment, { ...identities, ...(formerly.length > 0 && { formerly }) });
	return gathering.guard;
}

type Aliases = NonNullable<pulumi.ComponentResourceOptions["aliases"]>;

/** The name in an alias; none where it is not known yet, which leaves the update refused. */
function nameOf(alias: Aliases[number]): string[] {
	// The last part of an URN.
	if (typeof alias === "string") return [alias.slice(alias.lastIndexOf("::") + 2)];
	return "name" in alias && typeof alias.name === "string" ? [alias.name] : [];
}

function gather(run: object): Gathering {
	const deployments: Gathering["deployments"] = new Map();
	const gathered = Promise.resolve().then(() => {
		gathering.closed = true;
		return Object.fromEntries(deployments);
	});
	const guard = new IdentityGuard(type, "cowork-identities", {
		deployments: gathered,
		__provider: engineText("pulumi-cowork/internal/identity-guard"),
	});
	const gathering: Gathering = { deployments, closed: false, guard };
	gatherings.set(run, gathering);
	return gathering;
}

function tooLate(deployment: string): string {
	return `${deployment}: is constructed after an await that follows another deployment; construct all deployments of a program without an await in between, so that one look at them tells what devices would lose`;
}

class IdentityGuard extends pulumi.CustomResource {}

/** The type of a dynamic resource, as `pulumi.dynamic.Resource` spells it. */
const type = "pulumi-nodejs:dynamic/pulumi-cowork:IdentityGuard";
