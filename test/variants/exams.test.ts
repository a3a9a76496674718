import { examine } from "../firewall/exam.js";
import { examineProvisioning } from "../inference/provisioning-exam.js";
import { describeProfileFormat, describeProfileTemplate } from "../profiles/conformance.js";
import { almanac } from "./almanac.js";
import { drawbridge, readDrawbridge } from "./drawbridge.js";
import { lighthouseBlock as block, lighthouseGovernance as governanceOf, lighthouse } from "./lighthouse.js";
import { portcullis, readPortcullis } from "./portcullis.js";
import { scroll } from "./scroll.js";

// Variants that only tests know of: what one file is enough for.
examine("drawbridge", drawbridge, readDrawbridge);
examine("portcullis", portcullis, readPortcullis);
examineProvisioning("lighthouse", { route: lighthouse, block, otherModels: ["lh-2"], governanceOf });
describeProfileFormat("scroll", scroll);
describeProfileTemplate("almanac", almanac);
