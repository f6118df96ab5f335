#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations to what the source says (TAP).

  test-po.py SOURCE-ROOT

Every file with words for people is in po/POTFILES.in, every language of po/LINGUAS passes msgfmt, and
the languages in COMPLETE have a translation for each string that the source has today.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

COMPLETE = ['de']

# As the preset "glib" of the build does.
EXTRACT = [
    'xgettext', '--from-code=UTF-8', '--add-comments', '--package-name=limber',
    '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
    '--flag=g_strdup_printf:1:c-format', '--flag=g_set_error:4:c-format',
]

count = 0
failures = 0


def report(name, problems):
    global count, failures
    count += 1
    failures += bool(problems)
    print(f'{"not ok" if problems else "ok"} {count} {name}')
    for problem in problems:
        print(f'# {problem}')


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)


def ids_of(text):
    return [line for line in text.splitlines() if line.startswith('msgid ')]


def lines_of(path):
    text = path.read_text(encoding='utf-8')
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith('#')]


def extract(root, files, output):
    """Write the strings of files to output; return what went wrong."""
    done = run(*EXTRACT, '-o', output, *files, cwd=root)
    return [line for line in done.stderr.splitlines() if 'error' in line] if done.returncode else []


def files_with_strings(root, work):
    """The sources and templates that xgettext finds a string in."""
    files = [path.relative_to(root) for folder, pattern in (('src', '*.[ch]'), ('ui', '*.ui'))
             for path in root.joinpath(folder).rglob(pattern)]
    template = work / 'all.pot'
    extract(root, sorted(files), template)
    found = set()
    for line in template.read_text(encoding='utf-8').splitlines():
        if line.startswith('#: '):
            found.update(word.rpartition(':')[0] for word in line[3:].split())
    return found


def check_list(root, listed, work):
    report('POTFILES.in names each file once', sorted({name for name in listed if listed.count(name) > 1}))
    report('POTFILES.in is sorted', [] if listed == sorted(listed) else ['sort it with LC_ALL=C sort'])
    report('POTFILES.in names only files that exist',
           [name for name in listed if not (root / name).is_file()])
    report('POTFILES.in names every file with strings', sorted(files_with_strings(root, work) - set(listed)))


def check_language(root, language, template, work):
    po = root / 'po' / f'{language}.po'
    done = run('msgfmt', '--check', '-o', work / 'out.mo', po)
    report(f'{language} passes msgfmt', done.stderr.splitlines())
    fuzzy = run('msgattrib', '--only-fuzzy', '--no-obsolete', '--no-wrap', po).stdout
    report(f'{language} has nothing fuzzy', ids_of(fuzzy))

    if language in COMPLETE:
        merged = work / f'{language}.po'
        problems = run('msgmerge', '-q', '-N', '-o', merged, po, template).stderr.splitlines()
        missing = run('msgattrib', '--untranslated', '--no-obsolete', '--no-wrap', merged).stdout
        report(f'{language} is complete', problems + ids_of(missing))


def main():
    root = pathlib.Path(sys.argv[1])

    if not all(shutil.which(tool) for tool in ('xgettext', 'msgfmt', 'msgattrib', 'msgmerge')):
        print('1..0 # SKIP the gettext tools are missing')
        return 0

    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        listed = lines_of(root / 'po' / 'POTFILES.in')
        template = work / 'limber.pot'
        check_list(root, listed, work)
        there = [name for name in listed if (root / name).is_file()]
        report('the strings can be extracted', extract(root, there, template))
        for language in ' '.join(lines_of(root / 'po' / 'LINGUAS')).split():
            check_language(root, language, template, work)

    print(f'1..{count}')
    return failures != 0


sys.exit(main())
