#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QString>

#include <vector>

namespace ui {

class Appearance;

// A revision as the list shows it; number 0 is the project as it stands.
struct RevisionLine {
    int number = 0;
    QString name;     // "21", "Now"
    QString when;     // "23 Nov, 11:42"
    QString said;     // "Analyst 1: Board paper, draft 3"
    QString figure;   // NPV
    QString figures;  // others, quiet
    QString approval; // who approved it and what for; empty when nobody did
    QString details;  // all of it, for the tool tip and for those who hear it

    bool operator==(const RevisionLine&) const = default;
};

class RevisionModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int NumberRole = Qt::UserRole + 1;

    explicit RevisionModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const RevisionLine& line(const QModelIndex& index) const;
    void setLines(std::vector<RevisionLine> lines);
    // The same where the revisions are those that are there; false: they are not.
    bool update(const std::vector<RevisionLine>& lines);
    QModelIndex indexOf(int number) const;

private:
    std::vector<RevisionLine> m_lines;
};

// The revisions of a file, the latest first. One or two are selected: with more than that the ends
// count.
class RevisionList : public QListView {
    Q_OBJECT

public:
    explicit RevisionList(const Appearance& appearance, QWidget* parent = nullptr);

    // What was selected stays selected where it is still there.
    void setLines(std::vector<RevisionLine> lines);
    const RevisionLine& line(int row) const { return m_model->line(m_model->index(row)); }
    int count() const { return m_model->rowCount(); }

    void select(const std::vector<int>& numbers); // by number; tells of nothing
    std::vector<int> selected() const;            // by number, the upper one first

signals:
    void selectionMoved();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& before) override;

private:
    RevisionModel* m_model = nullptr;
    bool m_isQuiet = false;
};

}
