#pragma once

#include "core/model/Evaluation.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace ui {

// A state of the project: a revision of its file, or the project as it stands.
struct ReadRevision {
    int number = 0;
    std::shared_ptr<const core::Project> project;       // null: it could not be read
    std::shared_ptr<const core::Evaluation> evaluation; // null: it has no figures
    core::Problems problems;                            // why either is missing
};

// Two states, the earlier one first, and what differs between them besides the inputs.
struct ReadPair {
    ReadRevision from;
    ReadRevision to;
    int inputs = 0;       // that changed
    int notes = 0;        // that changed, and grades of evidence
    QStringList elements; // that came or went, by their names
};

// Reads what is not there yet of the two from the file, which may take long on a share.
ReadPair readPair(const QString& path, ReadRevision from, ReadRevision to);

}
