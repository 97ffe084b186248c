# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst works with the mouse."""
import driver

FUTURE = "cn-future-2024"
CET = "us-cet-2024"


class Pointer(driver.Journey):
    def choose_in_menu(self, name):
        item = self.wait(f"the line {name}", lambda: self.main.find("menu item", name))
        self.click(item)
        self.wait("the end of the menu", lambda: self.main.find("menu item", name) is None)

    def sentence(self):
        """What the inspector says of the two: left, relation, right."""
        labels = self.labels(self.main.find(name="CwMappingEditor"))
        return tuple(labels[1:4]) if len(labels) > 3 else ("", "", "")

    def select(self, side, code):
        self.click(self.row(side, code))
        self.wait(f"the item {code}", lambda: self.is_selected(side, code))

    def test_click_and_swap(self):
        self.select("left", "1.3")
        self.wait("the sentence", lambda: self.sentence()[:2] == ("1.3 Nanomanufacturing", "is part of"))
        far = self.sentence()[2]
        dump = self.query("SELECT * FROM mapping")
        self.click(self.button("Swap sides"))
        self.wait("the other lists", lambda: self.button("Lists on the left: CET (2024) + EFT (2018)"))
        self.wait("the sentence", lambda: self.sentence() == (far, "contains", "1.3 Nanomanufacturing"))
        self.assertTrue(self.is_selected("right", "1.3"))
        self.assertEqual(self.query("SELECT * FROM mapping"), dump)
        self.click(self.button("Swap sides"))
        self.wait("the sentence", lambda: self.sentence() == ("1.3 Nanomanufacturing", "is part of", far))

    def test_drag_and_drop(self):
        before = self.query("SELECT count(*) FROM step")
        self.assertEqual(self.mappings((FUTURE, "1.3"), (CET, "1.2")), [])
        target = self.row("right", "1.2")
        (x, y, width, height), window = self.place(self.row("left", "1.3"))
        (to_x, to_y, to_width, to_height), _ = self.place(target)
        start = x + width / 2, y + height / 2
        end = to_x + to_width / 2, to_y + to_height / 2
        untouched = driver.desktop.picture(to_x, to_y, to_width, to_height)

        self.point_at(*start, window)
        windows = len(driver.desktop.windows())
        driver.desktop.hold()
        for step in range(1, 6):
            driver.desktop.point(start[0] + 5 * step, start[1])
        self.wait("what is dragged", lambda: len(driver.desktop.windows()) > windows)
        for step in range(1, 11):
            driver.desktop.point(start[0] + (end[0] - start[0]) * step / 10, start[1] + (end[1] - start[1]) * step / 10)
        # The row shows that it takes what is dropped
        self.wait("the row below", lambda: driver.desktop.picture(to_x, to_y, to_width, to_height) != untouched)
        self.wait("the row below", lambda: self.has_settled(to_x, to_y, to_width, to_height))
        driver.desktop.release()

        self.choose_in_menu("Contains")
        self.wait_equal(["narrow"], lambda: self.mappings((FUTURE, "1.3"), (CET, "1.2")))
        self.assertEqual(self.query("SELECT s.code FROM mapping AS m JOIN item AS s ON s.id = m.subject_id"
                                    " ORDER BY m.id DESC LIMIT 1"), [("1.3",)])
        self.wait("the step's name", lambda: self.button("Undo link 1.3 to 1.2"))
        self.assertEqual(self.query("SELECT count(*) FROM step"), [(before[0][0] + 1,)])

    def has_settled(self, *place):
        """Whether two looks after one another see the same."""
        return driver.desktop.picture(*place) == driver.desktop.picture(*place)

    def test_ribbon(self):
        self.wait("nothing selected", lambda: self.selected("left") is None)
        (x, y, _, height), window = self.place(self.row("left", "1.3"))
        (map_x, map_y, _, _), _ = self.place(self.main.find("image", "Mappings between the two sides"))
        self.assertLess(map_y, y)
        # Near its end a ribbon is alone
        self.point_at(map_x + 8, y + height / 2, window)
        driver.desktop.click()
        self.wait("the sentence", lambda: self.sentence()[:2] == ("1.3 Nanomanufacturing", "is part of"))
        self.wait("the item", lambda: self.is_selected("left", "1.3"))
        code = self.sentence()[2].split(" ")[0]
        self.wait("its counterpart", lambda: self.is_selected("right", code))
        # Away from every ribbon a click changes nothing
        driver.desktop.click()
        self.assertTrue(self.is_selected("left", "1.3"))

    def test_menu_of_a_row(self):
        self.select("left", "1.3")
        self.click(self.row("left", "1.5"), 3)
        self.wait("the item", lambda: self.is_selected("left", "1.5"))
        self.wait("the menu", lambda: self.main.find("menu item", "Delete mapping"))
        names = [item.name for item in self.main.find_all("menu item")]
        self.assertEqual(names[:6], ["Exact", "Close", "Part of", "Contains", "Overlaps", "Related"])
        count = self.query("SELECT count(*) FROM mapping")[0][0]
        self.wait("the mapping", lambda: self.sentence()[0].startswith("1.5 "))
        self.choose_in_menu("Delete mapping")
        self.wait_equal([(count - 1,)], lambda: self.query("SELECT count(*) FROM mapping"))
        self.wait("the row", lambda: "1.5 Circular manufacturing, open" in self.row_names("left"))
        self.click(self.wait("the step's name", lambda: self.main.find(
            "button", driver.starting_with("Undo delete 1.5 to"))))
        self.wait_equal([(count,)], lambda: self.query("SELECT count(*) FROM mapping"))

    def fold_mark(self, name):
        row = self.rows("left")[name]
        return next(node for node in row.read() if node.role == "image")

    def test_fold(self):
        names = self.row_names("left")
        heading = next(name for name in names if name.startswith("1 Future manufacturing"))
        self.assertTrue(names[names.index(heading) + 1].startswith("1.1 "))
        self.click(self.fold_mark(heading))
        self.wait("the fold", lambda: self.row_names("left")[2].startswith("2 Future information"))
        self.click(self.fold_mark(heading))
        self.wait_equal(names, lambda: self.row_names("left"))
        # A press on the mark folds and does not select
        self.assertIsNone(self.selected("left"))
        # A whole list folds too
        self.click(self.fold_mark("Future industries (2024)"))
        self.wait("the fold", lambda: self.row_names("left")[:2] ==
                  ["Future industries (2024)", "Emerging industries (2023)"])

    def test_inspector_button(self):
        self.select("left", "1.3")
        self.wait("the note", lambda: self.main.find("text box", "Why"))
        width = self.list_of("left").extents[2]
        self.assertIn("pressed", self.button("Inspector").states)
        self.click(self.button("Inspector"))
        self.wait("wider lists", lambda: self.list_of("left").extents[2] > width + 100)
        self.assertNotIn("pressed", self.button("Inspector").states)
        self.press("F9")
        self.wait("the lists as they were", lambda: self.list_of("left").extents[2] == width)
        self.assertIn("pressed", self.button("Inspector").states)


driver.main()
