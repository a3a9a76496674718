import { nameIn, subscriptionIn } from "../../../cloud/arm-id.js";
import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import type { FoundryPrivateEndpoint } from "../provision.js";
import { type FoundryRequest, scopeOf } from "../request.js";
import { unlessSettled } from "../settled.js";
import { accountHost, privateZones, zoneWords } from "./zones.js";

/** What is wrong with the private endpoint that is asked for, and what devices need to come by it. */
export function checkEndpoint(request: FoundryRequest): Problem[] {
	const { provision } = request;
	const { privateEndpoint } = provision;
	if (!privateEndpoint) return [];
	const at = [...request.at.block, "provision", "privateEndpoint"];
	const { subnetId, virtualNetworkId, location, existing, privateDns = "create", zones } = privateEndpoint;
	const problems: Problem[] = [];
	const idle = (given: Readonly<Record<string, unknown>>, message: string) => {
		const names = Object.keys(given).filter((name) => given[name] !== undefined);
		problems.push(...names.map((name) => error("no-effect", [...at, name], message)));
	};
	if (existing !== undefined) {
		const message = "is of an endpoint that is created, and this one exists; leave it out";
		idle({ subnetId, virtualNetworkId, location, privateDns: privateEndpoint.privateDns, zones }, message);
	} else {
		problems.push(...checkNetwork(request, subnetId, [...at, "subnetId"]));
		const created = privateDns === "create" ? zoneWords.filter((word) => zones?.[word] === undefined) : [];
		if (created.length > 0 && virtualNetworkId === undefined) {
			const names = created.map((word) => privateZones[word]).join(", ");
			const message = `is missing; ${names} are created, and resolve nothing for a network that they are not linked to`;
			problems.push(error("missing", [...at, "virtualNetworkId"], message));
		}
		if (created.length === 0)
			idle({ virtualNetworkId }, "is linked to zones that are created, and none is; leave it out");
		if (privateDns === "elsewhere")
			idle({ zones }, "is of records that are created, and privateDns says elsewhere; leave it out");
	}
	return [...problems, ...checkZones(zones, [...at, "zones"]), ...checkResolvers(request, at)];
}

/** In another zone than its own a record is found by nobody, and devices get the public address. */
function checkZones(zones: FoundryPrivateEndpoint["zones"], at: Path): Problem[] {
	return zoneWords.flatMap((word) => {
		const actual = nameIn(zones?.[word] ?? "");
		const expected = privateZones[word];
		if (actual === undefined || actual.toLowerCase() === expected) return [];
		return [error("other-zone", [...at, word], `is the id of ${actual}; expected that of ${expected}`)];
	});
}

function checkNetwork(request: FoundryRequest, subnetId: string | undefined, at: (string | number)[]): Problem[] {
	if (subnetId === undefined) return [error("missing", at, "is missing; the endpoint is created in it")];
	const [theirs, ours] = [subscriptionIn(subnetId), scopeOf(request).subscription];
	if (theirs === undefined || theirs === ours) return [];
	const message = `is of subscription ${theirs}, and the endpoint is created in ${ours}, where its network has to be; give one of that`;
	return [error("other-subscription", at, message)];
}

/**
 * A resolver that does not forward the zone gives the public address, where such an account answers 401 whoever calls.
 * https://github.com/anthropics/claude-code/issues/91842
 */
function checkResolvers(request: FoundryRequest, at: (string | number)[]): Problem[] {
	const { provision, resource } = request;
	const message = `every resolver of the devices has to forward ${privateZones.servicesAi} to Azure, for the app calls ${accountHost(resource)}: with only ${privateZones.cognitiveServices} and ${privateZones.openAi} forwarded it gets the public address and a 401 that speaks of a wrong endpoint; where that cannot be, the gateway route at the cognitiveservices host is the way`;
	return unlessSettled(provision, "resolvers", at, message);
}
