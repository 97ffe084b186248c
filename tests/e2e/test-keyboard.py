# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst links items and never touches the pointer."""
import driver


class Keyboard(driver.Journey):
    def test_explore(self):
        d = driver.desktop
        def show(t):
            f = self.focus()
            print('#', t, f, f and f.description, 'sel', self.selected('left'), '|', self.selected('right'), flush=True)
        show('start')
        d.press('ctrl+l')
        import time
        time.sleep(0.5); show('ctrl+l')
        d.type('15th'); time.sleep(.5); d.press('Return'); time.sleep(.5); show('picked')
        print('#', self.row_names('left')[:20])
        d.press('ctrl+r'); time.sleep(.5); d.type('cet-2024'); time.sleep(.5); d.press('Return'); time.sleep(.5); show('right')
        d.press('ctrl+f'); time.sleep(.5); show('ctrl f')
        d.type('quantum'); time.sleep(.5); d.press('Return'); time.sleep(.5); show('filtered')
        print('#', self.row_names('right')[:20])
        for i in range(3): d.press('Down'); time.sleep(.3); show('down')
        d.press('F6'); time.sleep(.3); show('f6')
        for i in range(6): d.press('Down'); time.sleep(.3); show('down')
        d.press('F6'); time.sleep(.3); show('f6')
        d.press('Down'); time.sleep(.3); show('down')
        d.press('2'); time.sleep(.5); show('2')
        print('#', self.labels(self.main.find('widget','CwInspector'))[:12])
        print('#', [b.name for b in self.main.find_all('button')][:3])
        d.press('0'); time.sleep(.5); show('0')
        print('#', [ (w.name, w.role, w.states) for w in self.program.windows])
        for l in self.program.active.describe(): print('#', l)
        for i in range(4): d.press('Tab'); time.sleep(.2); show('tab')
        d.press('Escape'); time.sleep(.3)
        raise AssertionError


driver.main()
