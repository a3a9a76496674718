import * as pulumi from "@pulumi/pulumi";
import { CoworkPerimeter, deploymentOfFile, hosts, local, squid } from "pulumi-cowork";

const files = { eu: "regions/eu.yaml", us: "regions/us.yaml" };
const stack = pulumi.getStack();

const deployed =
	stack === "perimeter"
		? new CoworkPerimeter("fleet", {
				deployments: Object.values(files),
				firewall: [hosts({ accept: ["narrowed"] }), squid({ dedicated: true, accept: ["widened"] })],
				publish: { stores: [local({ directory: "./published" })] },
			})
		: await deploymentOfFile(files[stack]);

/** What devices must reach, of this region or of all. */
export const reach = deployed.egress.hosts.map(({ host }) => host);
