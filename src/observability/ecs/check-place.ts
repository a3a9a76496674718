import { arnPlace } from "../../cloud/aws-arn.js";
import { partitionOfRegion } from "../../cloud/aws-region.js";
import { formatPath } from "../../path.js";
import { below, error, type Problem, warning } from "../../problem.js";
import type { CollectorRequest } from "../collector-host.js";
import type { EcsProvision } from "./options.js";
import { isKnown } from "./request.js";
import { unlessSettled } from "./settled.js";

/** What is wrong with where the collector is, and with how devices get there. */
export function checkPlace({ at }: Pick<CollectorRequest, "at">, ecs: EcsProvision): Problem[] {
	const problems = [
		...checkRegion(ecs),
		...checkTwice(ecs),
		...checkAddress(ecs),
		...checkAccess(ecs),
		...checkSubnets(ecs),
		...checkClients(ecs),
	];
	return problems.map((problem) => below(at, problem));
}

function checkRegion({ region, ...ecs }: EcsProvision): Problem[] {
	const arns: readonly (readonly [path: readonly string[], arn: string | undefined])[] = [
		[["address", "certificateArn"], ecs.address?.certificateArn],
		[["clusterArn"], ecs.clusterArn],
		[["logGroupArn"], ecs.logGroupArn],
		...Object.entries(ecs.secrets ?? {}).map(([name, { arn }]) => [["secrets", name, "arn"], arn] as const),
	];
	const partition = partitionOfRegion(region);
	const message =
		"is in an AWS partition where nobody has tried this; expected a commercial or us-gov region, or take the files of the bundle";
	return [
		...(partition === "aws" || partition === "aws-us-gov" ? [] : [error("other-partition", ["region"], message)]),
		...arns.flatMap(([path, arn]) => {
			const place = arn === undefined ? undefined : arnPlace(arn);
			if (!place || place.region === region) return [];
			return [error("other-region", path, `is in ${place.region}, and the collector in ${region}; name one there`)];
		}),
	];
}

/** What is named cannot be created as well. */
function checkTwice(ecs: EcsProvision): Problem[] {
	const twice = (given: unknown, name: keyof EcsProvision, existing: keyof EcsProvision) =>
		given === undefined || ecs[existing] === undefined
			? []
			: [
					error(
						"created-and-existing",
						[name],
						`is of what is created, and ${existing} names one that exists; leave one out`,
					),
				];
	const boundary = "bounds roles that are created, and both exist; leave it out";
	const isIdle =
		ecs.permissionsBoundaryArn !== undefined && ecs.executionRoleArn !== undefined && ecs.taskRoleArn !== undefined;
	return [
		...twice(ecs.clusterName, "clusterName", "clusterArn"),
		...twice(ecs.logRetentionDays, "logRetentionDays", "logGroupArn"),
		...twice(ecs.clientCidrs, "clientCidrs", "balancerSecurityGroupIds"),
		...(isIdle ? [error("created-and-existing", ["permissionsBoundaryArn"], boundary)] : []),
	];
}

function checkAddress(ecs: EcsProvision): Problem[] {
	const { address, inClear, access } = ecs;
	if (!address) {
		if (!inClear) {
			const message =
				"is missing, and no certificate is for the load balancer's own name; give name and certificateArn, or inClear: true where the way there is encrypted by other means";
			return [error("missing", ["address"], message)];
		}
		const open = "lets devices send over the public internet in clear; give address, or leave access internal";
		if (access === "internet") return [error("contradiction", ["inClear"], open)];
		const clear =
			"lets whoever is on the way read what devices send, and their credential; give address as soon as there is a name";
		return [warning("clear-text", ["inClear"], clear)];
	}
	const issued =
		"has to be issued before anything is created, because a listener takes no certificate that is pending; see to that, and list certificate in settled";
	const record = `is called by devices only once a record leads it to the load balancer, which the output balancer names; make that, and list record in settled, or give ${formatPath(["address", "zoneId"])}`;
	return [
		...(inClear
			? [error("contradiction", ["inClear"], "does not go with address, which is over TLS; leave it out")]
			: []),
		...unlessSettled(ecs, "certificate", ["address", "certificateArn"], issued),
		...(address.zoneId === undefined ? unlessSettled(ecs, "record", ["address", "name"], record) : []),
	];
}

function checkAccess({ access, balancerSubnetIds, publicTaskAddresses, clientCidrs = [] }: EcsProvision): Problem[] {
	const tasks = "gives tasks public addresses, which nothing reaches but what their security groups let through";
	const exposed =
		"gives the load balancer public addresses: whoever the security group lets through may try credentials";
	const missing = "are missing; a load balancer with public addresses is in public subnets, and tasks in private ones";
	return [
		...(publicTaskAddresses ? [warning("public-address", ["publicTaskAddresses"], tasks)] : []),
		...(access === "internet" ? [warning("public-address", ["access"], exposed)] : []),
		...(access === "internet" && !balancerSubnetIds ? [error("missing", ["balancerSubnetIds"], missing)] : []),
		...clientCidrs.flatMap((range, index) => {
			const bits = Number(range.split("/")[1]);
			if (bits >= widest) return [];
			const share = bits === 0 ? "every address" : `one in ${2 ** bits} of all addresses`;
			return [warning("every-address", ["clientCidrs", index], `lets ${share} through; name those of devices`)];
		}),
	];
}

/** Bits of the widest range that is one organisation's, as 10.0.0.0/8 is. */
const widest = 8;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
function checkSubnets({ subnetIds, balancerSubnetIds }: EcsProvision): Problem[] {
	const [name, ids] = balancerSubnetIds
		? (["balancerSubnetIds", balancerSubnetIds] as const)
		: (["subnetIds", subnetIds] as const);
	// What a program passes may be a whole list.
	if (ids.length > 1 || !ids.every(isKnown)) return [];
	return [error("too-few-subnets", [name], "has one subnet, and a load balancer takes two, in two zones; add another")];
}

function checkClients({ clientCidrs, balancerSecurityGroupIds }: EcsProvision): Problem[] {
	if (clientCidrs ?? balancerSecurityGroupIds) return [];
	const message = "are missing, so that no device would get through; give them, or balancerSecurityGroupIds";
	return [error("missing", ["clientCidrs"], message)];
}
