import { Button, Table } from 'antd';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** A page with a table and a button, as anybody would begin: what `npm run bench -- console` holds the console against. */
const rows = Array.from({ length: 10 }, (_, index) => ({
  key: index,
  place: index + 1,
  name: `演示${index}`,
}));
const columns = [
  { title: '次序', dataIndex: 'place' },
  { title: '姓名', dataIndex: 'name' },
];

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <h1>bare</h1>
    <Button type="primary">办理</Button>
    <Table dataSource={rows} columns={columns} pagination={false} />
  </StrictMode>,
);
