-- one row per category, with its share of the products and its usual price
select
    cast(number as integer) as category_no,
    cast(2053013552326770905 + cast(hash(number) % 100000007 as bigint) * 1009 as varchar) as category_id,
    department,
    category_code,
    name,
    item,
    base_price,
    weight
from (
    values
        (1, 'computers', 'computers.components.videocards', 'Video cards', 'video card', 330, 90),
        (2, 'computers', 'computers.components.memory', 'Memory', 'memory kit', 75, 70),
        (3, 'computers', 'computers.components.cpu', 'Processors', 'processor', 190, 55),
        (4, 'computers', 'computers.components.motherboard', 'Motherboards', 'motherboard', 120, 50),
        (5, 'computers', 'computers.components.hdd', 'Drives', 'drive', 85, 50),
        (6, 'computers', 'computers.components.cooler', 'Coolers, quiet or not', 'cooler', 38, 40),
        (7, 'computers', 'computers.notebook', 'Notebooks', 'notebook', 620, 60),
        (8, 'computers', 'computers.desktop', 'Desktops', 'desktop', 480, 25),
        (9, 'computers', 'computers.peripherals.mouse', 'Mice', 'mouse', 32, 45),
        (10, 'computers', 'computers.peripherals.keyboard', 'Keyboards', 'keyboard', 55, 40),
        (11, 'computers', 'computers.peripherals.monitor', 'Monitors', 'monitor', 230, 35),
        (12, 'computers', 'computers.peripherals.printer', 'Printers', 'printer', 130, 35),
        (13, 'electronics', 'electronics.audio.headphone', 'Headphones', 'headphones', 60, 55),
        (14, 'electronics', 'electronics.telephone', 'Telephones', 'telephone', 90, 45),
        (15, 'electronics', 'electronics.tablet', 'Tablets', 'tablet', 260, 20),
        (16, 'electronics', 'electronics.video.tv', 'Television', 'television', 420, 20),
        (17, 'furniture', 'furniture.living_room.desk', 'Desks', 'desk', 150, 30),
        (18, 'furniture', 'furniture.living_room.chair', 'Chairs', 'chair', 110, 30),
        (19, 'stationery', 'stationery.cartridge', 'Cartridges', 'cartridge', 28, 45),
        (20, 'stationery', 'stationery.paper', 'Paper', 'paper', 12, 20),
        (21, 'accessories', 'accessories.bag', 'Bags', 'bag', 40, 20),
        (22, 'apparel', 'apparel.costume', 'Work clothes', 'work jacket', 45, 10),
        (23, 'other', null, 'Cables & adapters', 'cable', 14, 50),
        (24, 'other', null, 'Lamps', 'lamp', 35, 20),
        (25, 'other', null, 'Spare parts <various>', 'spare part', 22, 20)
) as listed(number, department, category_code, name, item, base_price, weight)
