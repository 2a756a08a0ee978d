{{/* Where pods may go. */}}

{{/* To pods of services of the release. Takes root, names and port. */}}
{{- define "guildhall.servicesEgress" -}}
{{- if .names }}
- ports:
    - {port: {{ .port }}, protocol: TCP}
  to:
    {{- range .names }}
    - podSelector:
        matchLabels:
          {{- include "guildhall.selector" (dict "root" $.root "name" .) | nindent 10 }}
    {{- end }}
{{- end }}
{{- end -}}

{{/* To backends, on their ports only; the bundled etcd is a pod of the release. Takes root, names and addresses. */}}
{{- define "guildhall.backendsEgress" -}}
{{- range .names }}
{{- $ports := include "guildhall.ports" (index $.addresses . | default list) | fromYamlArray }}
{{- if $ports }}
# {{ . }}
- ports:
    {{- range $ports }}
    - {port: {{ . }}, protocol: TCP}
    {{- end }}
  {{- if and (eq . "etcd") $.root.Values.backends.etcd.bundled }}
  to:
    - podSelector:
        matchLabels:
          {{- include "guildhall.selector" (dict "root" $.root "name" "etcd") | nindent 10 }}
  {{- else if $.root.Values.networkPolicy.backends }}
  to:
    {{- toYaml $.root.Values.networkPolicy.backends | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* To the collector of spans, where there is one. Takes the root. */}}
{{- define "guildhall.tracesEgress" -}}
{{- with .Values.observability.traces.endpoint }}
# spans
- ports:
    {{- range include "guildhall.ports" (list .) | fromYamlArray }}
    - {port: {{ . }}, protocol: TCP}
    {{- end }}
{{- end }}
{{- end -}}

{{- define "guildhall.internetEgress" -}}
{{- if .internet }}
# applications that are called with their interactions
- ports:
    - {port: 80, protocol: TCP}
    - {port: 443, protocol: TCP}
  to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except: [10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]
    - ipBlock: {cidr: "2000::/3"}
{{- end }}
{{- end -}}
