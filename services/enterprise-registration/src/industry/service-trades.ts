/**
 * Service trades: the published case starts with the ones that employ many young people. By GB/T 4754-2017 code,
 * a code covers everything below it. Life services only; post and software are services too, but not of this kind.
 */
export const SERVICE_TRADES: readonly string[] = [
  '52', // 零售业
  '61', // 住宿业
  '62', // 餐饮业
  '702', // 物业管理
  '80', // 居民服务业
  '81', // 机动车、电子产品和日用产品修理业
  '82', // 其他服务业
  '83', // 教育
  '84', // 卫生
  '85', // 社会工作
  '876', // 电影放映
  '88', // 文化艺术业
  '89', // 体育
  '90', // 娱乐业
  'H', // 住宿和餐饮业
  'O', // 居民服务、修理和其他服务业
  'P', // 教育
  'Q', // 卫生和社会工作
  'R', // 文化、体育和娱乐业
];

/** Words of offices that are no names of the standard. */
export const INDUSTRY_WORDS: Readonly<Record<string, string>> = {
  零售: '52',
  超市: '52',
  药店: '52',
  酒店: '61',
  宾馆: '61',
  餐饮: '62',
  饭店: '62',
  快递: '602',
  物流: '59',
  软件: '65',
  互联网: '64',
  信息技术: '65',
  物业: '702',
  居民服务: '80',
  家政: '80',
  美容美发: '804',
  理发: '804',
  美发: '804',
  洗浴: '805',
  维修: '81',
  汽修: '81',
  培训: '83',
  教育培训: '83',
  医疗: '84',
  卫生健康: '84',
  文化: '88',
  健身: '893',
  娱乐: '90',
  影院: '876',
  建筑: 'E',
  制造: 'C',
  加工: 'C',
  批发: '51',
  金融: 'J',
  房地产: 'K',
};
