// Reads a CiliumNetworkPolicy with Cilium's own types, has Cilium check it, and prints for each probe of a JSON list
// whether an egress rule selects it: by Cilium's matcher of names, or by a network.
package main

import (
	"encoding/json"
	"fmt"
	"net/netip"
	"os"
	"strings"

	v2 "github.com/cilium/cilium/pkg/k8s/apis/cilium.io/v2"
	"github.com/cilium/cilium/pkg/policy/api"
	"sigs.k8s.io/yaml"
)

type probe struct {
	Host string `json:"host"`
	Port int    `json:"port"`
	By   string `json:"by"`
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		fail(err)
	}
	var policy v2.CiliumNetworkPolicy
	if err := yaml.UnmarshalStrict(text, &policy); err != nil {
		fail(err)
	}
	if err := policy.Spec.Sanitize(); err != nil {
		fail(err)
	}
	var probes []probe
	if err := json.Unmarshal([]byte(os.Args[2]), &probes); err != nil {
		fail(err)
	}
	answers := []bool{}
	for _, each := range probes {
		answers = append(answers, opens(policy.Spec.Egress, each))
	}
	printed, _ := json.Marshal(answers)
	fmt.Println(string(printed))
}

func opens(rules []api.EgressRule, asked probe) bool {
	for _, rule := range rules {
		if len(rule.ToEndpoints) > 0 || !onPort(rule, asked) {
			continue
		}
		if address, err := netip.ParseAddr(asked.Host); err == nil {
			for _, network := range rule.ToCIDR {
				if netip.MustParsePrefix(string(network)).Contains(address) {
					return true
				}
			}
			continue
		}
		for _, selector := range rule.ToFQDNs {
			matcher, err := selector.ToRegex()
			if err != nil {
				fail(err)
			}
			// Its DNS proxy knows names in lower case, with a final dot.
			if matcher.MatchString(strings.ToLower(asked.Host) + ".") {
				return true
			}
		}
	}
	return false
}

func onPort(rule api.EgressRule, asked probe) bool {
	for _, ports := range rule.ToPorts {
		for _, port := range ports.Ports {
			isUdp := asked.By == "quic"
			if port.Port == fmt.Sprint(asked.Port) && (port.Protocol == api.ProtoUDP) == isUdp {
				return true
			}
		}
	}
	return false
}
