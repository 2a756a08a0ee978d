{{/* The pods of a service. */}}

{{/* What every pod of the chart is confined to. */}}
{{- define "guildhall.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "guildhall.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* Takes root, name and service. */}}
{{- define "guildhall.podTemplate" -}}
{{- $service := .service -}}
{{- $settings := include "guildhall.serviceSettings" . | fromYaml -}}
metadata:
  annotations:
    # Of this service's settings and of nothing else: a change of another service's does not restart these pods.
    checksum/settings: {{ toYaml $settings | sha256sum }}
    {{- if include "guildhall.trusted" $service }}
    {{- with include "guildhall.secretChecksum" .root }}
    checksum/secrets: {{ . }}
    {{- end }}
    {{- end }}
    {{- with $service.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  labels:
    {{- include "guildhall.selector" . | nindent 4 }}
    {{- with $service.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "guildhall.name" . }}
  # No service speaks to the Kubernetes API.
  automountServiceAccountToken: false
  enableServiceLinks: false
  {{- with include "guildhall.pullSecrets" .root | trim }}
  {{- . | nindent 2 }}
  {{- end }}
  securityContext:
    {{- include "guildhall.podSecurity" . | nindent 4 }}
  terminationGracePeriodSeconds: {{ include "guildhall.graceSeconds" $service }}
  {{- with $service.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with $service.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $service.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with include "guildhall.placement" . | trim }}
  {{- . | nindent 2 }}
  {{- end }}
  containers:
    - name: {{ .name }}
      {{- include "guildhall.container" . | nindent 6 }}
  volumes:
    - name: temporary
      emptyDir:
        sizeLimit: {{ $service.temporarySize }}
    - name: settings
      configMap:
        name: {{ include "guildhall.name" . }}
    {{- if and (ne .root.Values.internalTls.mode "none") (eq .root.Values.mode "cluster") (include "guildhall.trusted" $service) }}
    - name: tls
      secret:
        secretName: {{ include "guildhall.tlsSecret" . }}
        defaultMode: 0440
    {{- end }}
    {{- if and .root.Values.backends.etcd.tlsSecret (has "etcd" $service.facts.backends) }}
    - name: etcd
      secret:
        secretName: {{ .root.Values.backends.etcd.tlsSecret }}
        defaultMode: 0440
    {{- end }}
    {{- range include "guildhall.secretFiles" . | fromYamlArray }}
    - name: {{ .name }}
      secret:
        secretName: {{ .secret }}
        items:
          - {key: {{ .key }}, path: {{ .key }}}
        defaultMode: 0440
    {{- end }}
    {{- if and $service.volumeName (or (not $service.stateful) $service.volume.existingClaim) }}
    - name: {{ $service.volumeName }}
      persistentVolumeClaim:
        claimName: {{ $service.volume.existingClaim | default (printf "%s-%s" (include "guildhall.name" .) $service.volumeName) }}
    {{- end }}
{{- end -}}

{{- define "guildhall.container" -}}
{{- $service := .service -}}
image: {{ include "guildhall.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  {{- include "guildhall.containerSecurity" . | nindent 2 }}
env:
  - name: QUARKUS_CONFIG_LOCATIONS
    value: /etc/guildhall/settings/application.properties
  - name: GUILDHALL_DISCOVERY_HOST
    valueFrom:
      fieldRef:
        fieldPath: status.podIP
  {{- if eq .name "standalone" }}
  - name: GUILDHALL_DATA_DIR
    value: /var/lib/guildhall/data
  {{- end }}
  {{- if eq (include "guildhall.variant" .) "jvm" }}
  - name: JDK_JAVA_OPTIONS
    value: {{ $service.jvm.options | quote }}
  {{- end }}
  {{- if include "guildhall.trusted" $service }}
  {{- include "guildhall.secretEnvironment" .root | nindent 2 }}
  {{- end }}
  {{- range $service.facts.backends }}
  {{- $credentials := include (printf "guildhall.%sCredentials" .) $.root | trim }}
  {{- if $credentials }}
  {{- $credentials | nindent 2 }}
  {{- end }}
  {{- end }}
  {{- if $service.facts.keys }}
  {{- include "guildhall.fromSecret" (dict "variable" "GUILDHALL_PUSH_KEYS" "secret" .root.Values.push.keysSecret "key" "keys") | nindent 2 }}
  {{- end }}
  {{- with $service.env }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
ports:
  {{- if $service.facts.paths }}
  - name: http
    containerPort: 8080
  {{- end }}
  - name: management
    containerPort: 8090
  {{- if $service.facts.grpc }}
  - name: grpc
    containerPort: 9000
  {{- end }}
startupProbe:
  httpGet: {path: /q/health/started, port: management}
  periodSeconds: 1
  timeoutSeconds: 2
  failureThreshold: {{ int $service.probes.startupSeconds }}
livenessProbe:
  httpGet: {path: /q/health/live, port: management}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: {{ int $service.probes.livenessFailures }}
readinessProbe:
  httpGet: {path: /q/health/ready, port: management}
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: {{ int $service.probes.readinessFailures }}
{{- if $service.preStopSeconds }}
lifecycle:
  preStop:
    # Kubernetes waits by itself: there is no shell in the image.
    sleep:
      seconds: {{ int $service.preStopSeconds }}
{{- end }}
resources:
  {{- toYaml $service.resources | nindent 2 }}
volumeMounts:
  - name: temporary
    mountPath: /tmp
  - name: settings
    mountPath: /etc/guildhall/settings
    readOnly: true
  {{- if and (ne .root.Values.internalTls.mode "none") (eq .root.Values.mode "cluster") (include "guildhall.trusted" $service) }}
  - name: tls
    mountPath: /etc/guildhall/tls
    readOnly: true
  {{- end }}
  {{- if and .root.Values.backends.etcd.tlsSecret (has "etcd" $service.facts.backends) }}
  - name: etcd
    mountPath: /etc/guildhall/etcd
    readOnly: true
  {{- end }}
  {{- range include "guildhall.secretFiles" . | fromYamlArray }}
  - name: {{ .name }}
    mountPath: /etc/guildhall/{{ .name }}
    readOnly: true
  {{- end }}
  {{- with $service.volumeName }}
  - name: {{ . }}
    mountPath: /var/lib/guildhall/{{ . }}
  {{- end }}
{{- end -}}

{{/* Where pods run: apart from each other. Takes root, name and service. */}}
{{- define "guildhall.placement" -}}
{{- $service := .service -}}
{{- if not $service.stateful -}}
{{- if $service.topologySpread.enabled }}
topologySpreadConstraints:
  - topologyKey: topology.kubernetes.io/zone
    maxSkew: 1
    whenUnsatisfiable: {{ $service.topologySpread.whenUnsatisfiable }}
    # Pods of the revision that is being replaced do not count.
    matchLabelKeys: [pod-template-hash]
    labelSelector:
      matchLabels:
        {{- include "guildhall.selector" . | nindent 8 }}
  - topologyKey: kubernetes.io/hostname
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    matchLabelKeys: [pod-template-hash]
    labelSelector:
      matchLabels:
        {{- include "guildhall.selector" . | nindent 8 }}
{{- end }}
{{- if eq $service.antiAffinity "hard" }}
affinity:
  podAntiAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "guildhall.selector" . | nindent 12 }}
{{- else if eq $service.antiAffinity "soft" }}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "guildhall.selector" . | nindent 14 }}
{{- end }}
{{- end }}
{{- end -}}
