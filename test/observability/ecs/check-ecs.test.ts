import { describe, expect, test } from "vitest";
import { problemsOf } from "../../support/deployment.js";
import { sinks, terms } from "../observed.js";
import { arn, at, existing, inClear, least, onEcs } from "./ecs-deployment.js";

const own = (text: string) => (text.startsWith(`${at}.`) ? text.slice(at.length + 1) : text);
const of = (ecs: object, collector?: object, more?: object) => problemsOf(onEcs(ecs, collector, more)).map(own);

test("nothing is wrong with the least block, nor with one that names all that exists", () => {
	expect(of(least)).toEqual([]);
	expect(of(existing)).toEqual([]);
});

test("everything is told at once, each at its place with what to do", () => {
	const { secrets: _, ...without } = least;
	const wrong = {
		...without,
		subnetIds: ["subnet-a"],
		clusterArn: arn("ecs", "cluster/platform", "eu-west-1"),
		clusterName: "cowork",
		image: "otel/opentelemetry-collector:0.160.0",
		memory: 3000,
		logRetentionDays: 2,
		address: { ...least.address, certificateArn: arn("acm", "certificate/0123-abcd", "us-east-1") },
		clientCidrs: undefined,
		secrets: { COLECTOR_TOKEN: { arn: arn("secretsmanager", "secret:token-AbCdEf") } },
	};
	const collector = {
		endpoint: "https://otel.example.org",
		protocol: "grpc",
		tls: { certificate: "/etc/tls.crt", key: "/etc/tls.key" },
	};
	expect(of(wrong, collector)).toEqual([
		`observability.collector.protocol: is grpc, and the load balancer of ${at} takes OTLP over HTTP; take http/protobuf`,
		`observability.collector.tls: names files on the collector's machine, and ${at} has none: TLS ends at the load balancer; leave it out`,
		"address.certificateArn: is in us-east-1, and the collector in eu-central-1; name one there",
		"clusterArn: is in eu-west-1, and the collector in eu-central-1; name one there",
		"clusterName: is of what is created, and clusterArn names one that exists; leave one out",
		"subnetIds: has one subnet, and a load balancer takes two, in two zones; add another",
		"clientCidrs: are missing, so that no device would get through; give them, or balancerSecurityGroupIds",
		"memory: does not go with 256 CPU units on Fargate; expected 512, 1024, 2048",
		"image: is a distribution without the components of the configuration; take opentelemetry-collector-contrib",
		"secrets.COLLECTOR_TOKEN: is missing, and the configuration reads it; give the secret of Secrets Manager that holds it",
		"secrets.COWORK_PSEUDONYM_KEY: is missing, and the configuration reads it; give the secret of Secrets Manager that holds it",
		"secrets.SIEM_TOKEN: is missing, and the configuration reads it; give the secret of Secrets Manager that holds it",
		"secrets.COLECTOR_TOKEN: is no variable that the configuration reads; did you mean COLLECTOR_TOKEN?",
		"logRetentionDays: is none of CloudWatch's; expected 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
		"observability.collector.endpoint: is the address of another collector than observability.collector.provision creates; leave one of them out",
	]);
});

test("a collector is one's own or created, and one that sends nowhere is not created", () => {
	expect(problemsOf(onEcs(least, { provision: undefined }))[0]).toBe(
		"observability.collector.endpoint: is missing; give the address of a collector, or provision to have one created",
	);
	expect(problemsOf(onEcs(least, { provision: {} }))).toContain(`${at}: is missing; expected an object`);
	expect(of(least, { sinks: undefined })).toEqual([
		`observability.collector.sinks: is missing, so that ${at} would run a collector that sends nowhere; give the sinks, or the endpoint of a collector of your own`,
	]);
});

test("a collector that a rule set denies is refused, by the name that devices call", () => {
	const firewall = { pihole: { deny: { hosts: ["otel.example.com"] } } };
	expect(problemsOf({ ...onEcs(least), firewall })).toContain(
		"observability.collector.provision: is closed by firewall.pihole.deny.hosts[0]; open it there, or send elsewhere",
	);
});

describe("the way to the collector", () => {
	test("is over TLS, or in clear where the deployment says so", () => {
		expect(of({ ...inClear, inClear: undefined })).toEqual([
			"address: is missing, and no certificate is for the load balancer's own name; give name and certificateArn, or inClear: true where the way there is encrypted by other means",
		]);
		expect(of(inClear)).toEqual([
			`warning: ${at}.inClear: lets whoever is on the way read what devices send, and their credential; give address as soon as there is a name`,
		]);
		expect(of({ ...inClear, access: "internet", balancerSubnetIds: ["subnet-c", "subnet-d"] })[0]).toBe(
			"inClear: lets devices send over the public internet in clear; give address, or leave access internal",
		);
		expect(of({ ...least, inClear: true })).toEqual([
			"inClear: does not go with address, which is over TLS; leave it out",
		]);
	});

	test("is private, and whatever is public is warned about", () => {
		expect(of({ ...least, access: "internet", clientCidrs: ["0.0.0.0/0"], publicTaskAddresses: true })).toEqual([
			"balancerSubnetIds: are missing; a load balancer with public addresses is in public subnets, and tasks in private ones",
			`warning: ${at}.publicTaskAddresses: gives tasks public addresses, which nothing reaches but what their security groups let through`,
			`warning: ${at}.access: gives the load balancer public addresses: whoever the security group lets through may try credentials`,
			`warning: ${at}.clientCidrs[0]: lets every address through; name those of devices`,
		]);
		expect(of({ ...least, clientCidrs: ["10.0.0.0/8", "0.0.0.0/1", "128.0.0.0/1"] })).toEqual([
			`warning: ${at}.clientCidrs[1]: lets one in 2 of all addresses through; name those of devices`,
			`warning: ${at}.clientCidrs[2]: lets one in 2 of all addresses through; name those of devices`,
		]);
	});

	test("waits for a certificate and a record, until somebody says that they are there", () => {
		const { zoneId: _, ...address } = least.address;
		const { settled: __, ...open } = least;
		const certificate = `warning: ${at}.address.certificateArn: has to be issued before anything is created, because a listener takes no certificate that is pending; see to that, and list certificate in settled`;
		const record = `warning: ${at}.address.name: is called by devices only once a record leads it to the load balancer, which the output balancer names; make that, and list record in settled, or give address.zoneId`;
		expect(of({ ...open, address })).toEqual([certificate, record]);
		expect(of(open)).toEqual([certificate]);
		expect(of({ ...open, address, settled: ["certificate", "record"] })).toEqual([]);
	});
});

test("what exists is not created as well", () => {
	expect(of({ ...existing, clientCidrs: ["10.0.0.0/8"], logRetentionDays: 30 })).toEqual([
		"logRetentionDays: is of what is created, and logGroupArn names one that exists; leave one out",
		"clientCidrs: is of what is created, and balancerSecurityGroupIds names one that exists; leave one out",
	]);
	const permissionsBoundaryArn = "arn:aws:iam::111122223333:policy/boundary";
	expect(of({ ...existing, permissionsBoundaryArn })).toEqual([
		"permissionsBoundaryArn: bounds roles that are created, and both exist; leave it out",
	]);
	expect(of({ ...existing, permissionsBoundaryArn, taskRoleArn: undefined })).toEqual([]);
});

test("a partition where S3 has other names is refused", () => {
	expect(of({ ...least, region: "cn-north-1" })).toContain(
		"region: is in an AWS partition where nobody has tried this; expected a commercial or us-gov region, or take the files of the bundle",
	);
});

describe("the task", () => {
	/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
	test.each([
		[256, 512, true],
		[256, 4096, false],
		[512, 4096, true],
		[1024, 8192, true],
		[1024, 9216, false],
		[4096, 30_720, true],
		[8192, 20_480, true],
		[8192, 17_408, false],
		[16_384, 122_880, true],
		[300, 1024, false],
	])("of %i CPU units and %i MiB is one of Fargate's: %s", (cpu, memory, fits) => {
		const limits = { memory: 64 };
		expect(of({ ...least, cpu, memory }, { limits }).length === 0).toBe(fits);
	});

	test("has more memory than the collector lets itself have", () => {
		expect(of({ ...least, memory: 512 })).toEqual([
			"memory: is 512 MiB, and observability.collector.limits.memory lets the collector have 512; give the task a fourth more than that, or lower the limit",
		]);
		expect(of({ ...least, memory: 512 }, { limits: { memory: 400 } })).toEqual([]);
	});

	test("runs an image that stays the same, all the more where it gets content", () => {
		const image = "ghcr.io/example/opentelemetry-collector-contrib";
		const unpinned = ["image: names no version, so that another collector may start tomorrow; add one, or a digest"];
		expect(of({ ...least, image })).toEqual(unpinned);
		expect(of({ ...least, image: `${image}:latest` })).toEqual(unpinned);
		expect(of({ ...least, image: `${image}:0.160.0` })).toEqual([]);

		const content = [
			{ sinks: { metrics: sinks.metrics, events: sinks.events } },
			{ tier: "toolDetails", ...terms, retention: { metadata: 30, content: 30 } },
		] as const;
		expect(of(least, ...content)).toEqual([
			`warning: ${at}.image: is named by a version, which whoever runs the registry can move, and the collector gets content; add the digest`,
		]);
		expect(of({ ...least, image: `${image}@sha256:${"0".repeat(64)}` }, ...content)).toEqual([]);
	});
});
