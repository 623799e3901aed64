"""Describes the QML types written in Python to qmllint (a .qmltypes file a module).

Which classes are QML types is read from the decorators; what they hold is read from the live classes, so
properties built at run time count too. Leaves enums and attached types out: no screen here uses them.
"""

from __future__ import annotations

import ast
import importlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QMetaMethod, QMetaObject, QMetaProperty, QObject

MARKS = frozenset({"QmlElement", "QmlNamedElement", "QmlAnonymous", "QmlSingleton", "QmlUncreatable"})


@dataclass(frozen=True, slots=True)
class PythonType:
    """One decorated class: ``name`` as QML says it, empty when QML may not name it."""

    module: str
    version: str
    name: str
    marks: frozenset[str]
    kind: type[QObject]
    file: str


def find_types(root: Path, sources: Iterable[Path]) -> dict[str, list[PythonType]]:
    """Import every source with decorated classes; the QML module's name leads to its types."""
    found: dict[str, list[PythonType]] = defaultdict(list)
    for source in sources:
        tree = ast.parse(source.read_text(encoding="utf-8"))
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        for described in _describe(source.relative_to(root), classes):
            found[described.module].append(described)
    return found


def _describe(source: Path, classes: Iterable[ast.ClassDef]) -> Iterator[PythonType]:
    for node in classes:
        decorators = dict(map(_decorator, node.decorator_list))
        if marks := MARKS & decorators.keys():
            module = importlib.import_module(".".join(source.with_suffix("").parts))
            version = f"{module.QML_IMPORT_MAJOR_VERSION}.{getattr(module, 'QML_IMPORT_MINOR_VERSION', 0)}"
            name = "" if "QmlAnonymous" in marks else decorators.get("QmlNamedElement") or node.name
            kind = getattr(module, node.name)
            yield PythonType(module.QML_IMPORT_NAME, version, name, marks, kind, str(source))


def _decorator(node: ast.expr) -> tuple[str, str]:
    """Return the decorator's name and its first argument, if that is text."""
    arguments = node.args if isinstance(node, ast.Call) else []
    callee = node.func if isinstance(node, ast.Call) else node
    first = arguments[0].value if arguments and isinstance(arguments[0], ast.Constant) else ""
    return ast.unparse(callee).rpartition(".")[2], str(first)


def qmltypes(types: Iterable[PythonType]) -> str:
    """Return the text of the module's .qmltypes file."""
    components = "\n".join(_component(described) for described in types)
    return f"import QtQuick.tooling 1.2\nModule {{\n{components}\n}}\n"


def _component(described: PythonType) -> str:
    meta: QMetaObject = described.kind.staticMetaObject  # type: ignore[attr-defined]
    lines = [
        f'file: "{described.file}"',
        f'name: "{meta.className()}"',
        'accessSemantics: "reference"',
        f'prototype: "{_parent(meta).className()}"',
    ]
    if described.name:
        lines.append(f'exports: ["{described.module}/{described.name} {described.version}"]')
        lines.append("exportMetaObjectRevisions: [256]")
    if "QmlSingleton" in described.marks:
        lines.append("isSingleton: true")
    if {"QmlUncreatable", "QmlSingleton", "QmlAnonymous"} & described.marks:
        lines.append("isCreatable: false")
    lines += _members(meta)
    return "    Component {\n" + "".join(f"        {line}\n" for line in lines) + "    }"


def _parent(meta: QMetaObject) -> QMetaObject:
    parent = meta.superClass()
    assert parent is not None, "a QML type is a QObject"
    return parent


def _members(meta: QMetaObject) -> Iterator[str]:
    for index in range(meta.propertyOffset(), meta.propertyCount()):
        yield _property(meta.property(index))
    for index in range(meta.methodOffset(), meta.methodCount()):
        yield _method(meta.method(index))


def _property(found: QMetaProperty) -> str:
    parts = [f'name: "{_text(found.name())}"', _type_of(_text(found.typeName()))]
    if not found.isWritable():
        parts.append("isReadonly: true")
    if found.isConstant():
        parts.append("isPropertyConstant: true")
    if found.hasNotifySignal():
        parts.append(f'notify: "{_text(found.notifySignal().name())}"')
    return f"Property {{ {'; '.join(parts)} }}"


def _method(found: QMetaMethod) -> str:
    word = "Signal" if found.methodType() == QMetaMethod.MethodType.Signal else "Method"
    parts = [f'name: "{_text(found.name())}"']
    if (answer := _text(found.typeName())) not in ("", "void"):
        parts.append(_type_of(answer))
    named = zip(found.parameterNames(), found.parameterTypes(), strict=True)
    parameters = [
        f'Parameter {{ name: "{_text(name) or f"a{place}"}"; {_type_of(_text(kind))} }}'
        for place, (name, kind) in enumerate(named)
    ]
    # Blocks stand beside one another; only bindings are parted by a semicolon.
    return f"{word} {{ {' '.join([';'.join(parts) + ';', *parameters])} }}"


def _type_of(name: str) -> str:
    if name.endswith("*"):
        return f'type: "{name[:-1]}"; isPointer: true'
    return f'type: "{name}"'


def _text(value: str | bytes | bytearray | memoryview | QByteArray) -> str:
    value = value.data() if isinstance(value, QByteArray) else value
    return value if isinstance(value, str) else bytes(value).decode()
