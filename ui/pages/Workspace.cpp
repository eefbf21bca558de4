#include "ui/pages/Workspace.h"

#include "ui/document/Preferences.h"

namespace ui {

Workspace::Workspace(
    Session& session, Appearance& appearance, Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_preferences(preferences)
{
}

DisplayFormat Workspace::format() const
{
    return DisplayFormat(QLocale(), m_preferences.negativeStyle());
}

void Workspace::setExplained(const std::optional<core::FigureReference>& figure)
{
    if (figure == m_explained)
        return;
    m_explained = figure;
    emit explainedChanged();
}

}
