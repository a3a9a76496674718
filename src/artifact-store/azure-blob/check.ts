import type { Path } from "../../path.js";
import { error, type Problem, warning } from "../../problem.js";
import { checkSensitivePlace } from "../sensitive-place.js";
import type { StoreRequest } from "../store.js";
import type {
	AzureBlobAccount,
	AzureBlobContainer,
	AzureBlobNetwork,
	AzureBlobPrincipal,
	AzureBlobStoreOptions,
} from "./options.js";
import { generalPlace, sensitivePlace } from "./place.js";

/** What is wrong with a block as a whole, whose members are right each by itself. */
export function checkBlobStore(store: StoreRequest, options: AzureBlobStoreOptions): Problem[] {
	const { subscription, sensitive, network, readers, writers } = options;
	const request = { deployment: store.deployment, subscription };
	const [general, apart] = [generalPlace(request, options), sensitivePlace(request, options)];
	const isSame = general.account === apart?.account && general.container === apart.container;
	const sharesName = sensitive?.account !== undefined && general.account === apart?.account;
	return [
		...checkSensitivePlace(store, sensitive, "a container"),
		...checkExisting(options),
		...checkRetain(options),
		...checkIdle(options),
		...checkNetwork(["network"], network),
		...checkNetwork(["sensitive", "network"], sensitive?.network),
		...checkSharedKey(options),
		...checkPrincipals(["readers"], readers),
		...checkPrincipals(["sensitive", "readers"], sensitive?.readers),
		...checkPrincipals(["writers"], writers),
		...(isSame
			? [notApart("is the container of everything else, whose readers would get what carries a secret; name another")]
			: []),
		...(sharesName && !isSame ? [sameAccount] : []),
		...checkResidency(store, options),
		...checkWriters(options),
		...checkAsTight(options),
	];
}

/** Regions of the data zone `us`. https://learn.microsoft.com/azure/reliability/regions-list */
const usRegion = /^(?:(?:north|south|west)?central|east|west)us[23]?$/;

/** What is stated has to be seen, so that it is no output of a program. */
function checkResidency({ residency }: StoreRequest, { location }: AzureBlobStoreOptions): Problem[] {
	if (!residency) return [];
	const within = "take a region of the United States, such as eastus2";
	const said = "the residency of the route's provision says where content may be";
	if (location === undefined) return [error("residency", ["location"], `is missing, and ${said}; ${within}`)];
	if (residency.includes("us") && usRegion.test(location)) return [];
	const shown = /^[\w ]+$/.test(location) ? location : "an output of the program";
	return [error("residency", ["location"], `is ${shown}, and ${said}; ${within}`)];
}

function notApart(message: string): Problem {
	return error("sensitive-not-apart", ["sensitive", "container"], message);
}

const sameAccount = error(
	"duplicate",
	["sensitive", "account", "name"],
	"is the other account; leave account out for a container of its own in that one, or name another",
);

/** No role but those for data lets anybody write, and a key of the account needs none. */
function checkWriters({ sharedKey, writers, container, sensitive }: AzureBlobStoreOptions): Problem[] {
	const stands = container?.existing && (!sensitive || sensitive.container?.existing);
	if (sharedKey || writers || stands) return [];
	const message =
		"is missing: Owner and Contributor may create a container and write nothing in it; name by object id what runs Pulumi, which gets Storage Blob Data Contributor, or say [] where it has that role already";
	return [warning("no-writers", ["writers"], message)];
}

/** What everything else has, what carries a secret must not lack in an account of its own. */
function checkAsTight({ sensitive, ...general }: AzureBlobStoreOptions): Problem[] {
	if (!sensitive?.account || sensitive.account.existing) return [];
	const lacking = (["network", "encryption"] as const).filter((name) => general[name] && !sensitive[name]);
	const message =
		"is missing, and everything else has it: what carries a secret would be less apart; give it, which may be the same";
	return lacking.map((name) => error("missing", ["sensitive", name], message));
}

function checkExisting({ account, container, sensitive }: AzureBlobStoreOptions): Problem[] {
	return [
		...checkNamed(["account"], account),
		...checkNamed(["sensitive", "account"], sensitive?.account),
		...checkWithin(["container"], container, account),
		...checkWithin(["sensitive", "container"], sensitive?.container, sensitive?.account ?? account),
	];
}

function checkNamed(at: Path, account: AzureBlobAccount | undefined): Problem[] {
	if (!account?.existing || account.name !== undefined) return [];
	return [error("missing", [...at, "name"], "is missing, and an account that exists has one; give it")];
}

function checkWithin(
	at: Path,
	container: AzureBlobContainer | undefined,
	account: AzureBlobAccount | undefined,
): Problem[] {
	if (!container?.existing || account?.existing) return [];
	const message =
		"is in an account that is created, in which nothing exists; leave it out, or say existing of the account";
	return [error("contradiction", [...at, "existing"], message)];
}

function checkRetain({ retain, container, sensitive }: AzureBlobStoreOptions): Problem[] {
	const isCreated = !container?.existing && !sensitive?.container?.existing;
	if (retain !== false || isCreated) return [];
	const message =
		"is false, and what stands in a container that exists stays in any case; leave it out, and remove revisions with pulumi-cowork prune";
	return [error("of-existing", ["retain"], message)];
}

/** What only an account that is created has. */
function checkIdle(options: AzureBlobStoreOptions): Problem[] {
	const { account, sensitive } = options;
	const message = "is of an account that is created, and this one exists; leave it out";
	const anyCreated = !account?.existing || (sensitive?.account !== undefined && !sensitive.account.existing);
	const ofEach = (["sku", "sharedKey", "versioning", "softDeleteDays", "tags"] as const).filter(
		(name) => !anyCreated && options[name] !== undefined,
	);
	const ofOne = (["network", "encryption"] as const).filter((name) => account?.existing && options[name] !== undefined);
	const isCreated = sensitive?.account !== undefined && !sensitive.account.existing;
	const own = (["network", "encryption"] as const).filter((name) => !isCreated && sensitive?.[name] !== undefined);
	const without = "is of an account of its own, and there is none; give account, or leave it out";
	return [
		...[...ofEach, ...ofOne].map((name) => error("of-existing", [name], message)),
		...own.map((name) => {
			const at = ["sensitive", name];
			return sensitive?.account ? error("of-existing", at, message) : error("no-effect", at, without);
		}),
	];
}

function checkNetwork(at: Path, network: AzureBlobNetwork | undefined): Problem[] {
	if (!network || network.addresses || network.subnets) return [];
	return [error("unreachable", at, "names nobody, so that nobody reaches the account; give addresses or subnets")];
}

/**
 * Whoever has a key has everything, and Azure records no person with it.
 * https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent
 */
function checkSharedKey({ sharedKey, account, network, sensitive }: AzureBlobStoreOptions): Problem[] {
	if (!sharedKey) return [];
	const open = (at: Path) => {
		const message =
			"is missing, and sharedKey lets whoever has a key of the account in from everywhere; name where readers and what runs Pulumi come from, or leave sharedKey out, so that Entra ID alone lets somebody in";
		return error("shared-key-open", at, message);
	};
	const isOpen = !account?.existing && !network;
	const isApartOpen = sensitive?.account && !sensitive.account.existing && !sensitive.network;
	return [...(isOpen ? [open(["network"])] : []), ...(isApartOpen ? [open(["sensitive", "network"])] : [])];
}

/** Azure takes a role once for each. */
function checkPrincipals(at: Path, principals: readonly AzureBlobPrincipal[] = []): Problem[] {
	const ids = principals.map(({ objectId }) => objectId.toLowerCase());
	return ids.flatMap((id, index) =>
		ids.indexOf(id) === index ? [] : [error("duplicate", [...at, index, "objectId"], "is there twice; keep one")],
	);
}
